"""How gunicorn serves the dashboard: two workers on two cores, the program loaded once before they fork."""

import gc
import logging
import signal
import sys

from dashboard.errors import JsonLines
from dashboard.secret_addresses import guard_logs
from data_layer.engine import bound

workers = 2
threads = 4
worker_class = "dashboard.patient_worker.PatientWorker"
preload_app = True
timeout = 60
graceful_timeout = 10
keepalive = 5
accesslog = None
errorlog = "-"
loglevel = "warning"
control_socket_disable = True

OBJECTS_OF_A_PAGE = 20_000
# How long a thread that computes (a release, say) keeps those of others waiting. Python's own 0.005 add up at each statement of a page.
TURN_SECONDS = 0.0005


def when_ready(server):  # noqa: ARG001 (gunicorn's own signature)
    """Take what is loaded by now from the garbage collector: going through all of it would hold up single requests by 0.1 seconds.

    Python looks for garbage in cycles, which pages make little of, after every 700 objects; a page makes some ten thousand.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(OBJECTS_OF_A_PAGE, 10, 100)


def post_fork(server, worker):  # noqa: ARG001 (gunicorn's own signature)
    """Give each worker connections and a log of its own, and its threads short turns."""
    bound().dispose(close=False)
    sys.setswitchinterval(TURN_SECONDS)
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLines())
    logging.getLogger("len").addHandler(handler)
    guard_logs()


def post_worker_init(worker):  # noqa: ARG001 (gunicorn's own signature)
    """Leave Ctrl+C to the master: it ends the workers itself, and two signals at once can lock a worker up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
