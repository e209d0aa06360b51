#!/bin/sh
# Makes .venv and installs the pinned packages of the requirement files named as arguments. What is there already is left alone.
set -eu
cd "$(dirname "$0")/.."

stop() {
    printf '\nThe set-up stopped. %s\n' "$1" >&2
    shift
    for line in "$@"; do printf '    %s\n' "$line" >&2; done
    exit 1
}

as_root=$([ "$(id -u)" = 0 ] || echo "sudo ")

works() { "$1" -c "$2" >/dev/null 2>&1; }

find_python() {
    old_enough='import sys; sys.exit(sys.version_info < (3, 11))'
    without_venv=
    for python in ${PYTHON:-} python3.14 python3.13 python3.12 python3.11 python3; do
        works "$python" "$old_enough" || continue
        if works "$python" 'import ensurepip, venv'; then return; fi
        without_venv=${without_venv:-$python}
    done
    if [ -n "$without_venv" ]; then
        version=$("$without_venv" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        stop "Python $version is here, but its venv module is not. On Debian and Ubuntu this mends it:" "${as_root}apt-get install python$version-venv"
    fi
    stop "It needs Python 3.11 or later and found none. One of these mends it:" \
        "${as_root}apt-get install python3 python3-venv    (Debian 12, Ubuntu 24.04 or later)" \
        "brew install python@3.13                     (macOS)" \
        "make run PYTHON=/path/to/python3.11          (when it is installed outside the search path)"
}

make_environment() {
    if works .venv/bin/python 'import pip'; then return; fi
    find_python
    echo "Making .venv with $("$python" --version) ..."
    "$python" -m venv --clear .venv || stop "The folder .venv could not be made; the reason is above. Check the space and the rights on this disk:" "df -h . && ls -ld ."
}

pip_install() { .venv/bin/python -m pip install --quiet --no-input --disable-pip-version-check --require-hashes "$@"; }

install_packages() {
    changed=
    for file in "$@"; do
        cmp -s "$file" ".venv/installed/$file" || changed="$changed -r $file"
    done
    [ -n "$changed" ] || return 0
    echo "Installing packages (first time: about a minute) ..."
    # dash-cytoscape comes as source only: without this, pip would fetch a build tool that no hash vouches for.
    sed -n '/^setuptools==/,/^    # via/p' requirements.txt > .venv/build-tool.txt
    # shellcheck disable=SC2086  # the list is meant to be split
    { pip_install -r .venv/build-tool.txt && pip_install --no-build-isolation --use-pep517 $changed; } || stop \
        "The packages could not be installed; pip's reason is above. Check the network and run the same command again. Without a network:" \
        "PIP_NO_INDEX=1 PIP_FIND_LINKS=/folder/with/the/wheels make run"
    mkdir -p .venv/installed
    cp "$@" .venv/installed/
    echo "Packages installed."
}

make_environment
install_packages "$@"
