"""The gunicorn worker that serves the dashboard: somebody who says nothing holds up nobody."""

from concurrent.futures import Future

from gunicorn.workers import gthread


class PatientWorker(gthread.ThreadWorker):  # type: ignore[misc]  # gunicorn comes without types
    """Gives a new connection a thread only when something was said on it.

    Browsers open connections ahead of need and leave some of them silent. gunicorn's own worker waits five seconds for each with a thread
    in hand, so that four silent ones hold up everybody else.
    """

    def enqueue_req(self, conn: gthread.TConn) -> None:
        """Hand the connection to a thread, or put it beside those that are watched for a first word."""
        if conn.initialized or conn.wait_for_data(0):
            super().enqueue_req(conn)
        else:
            silent: Future[object] = Future()
            silent.set_result(gthread._DEFER)
            self.finish_request(conn, silent)
