#!/bin/sh
# Writes requirements.txt and requirements-test.txt from their .in files, with hashes for every system and Python from 3.11 on.
set -eu
cd "$(dirname "$0")/.."

tool=$(mktemp -d)
trap 'rm -rf "$tool"' EXIT
python3 -m venv "$tool"
"$tool/bin/python" -m pip install --quiet --disable-pip-version-check uv

for name in requirements requirements-test; do
    echo "Writing $name.txt ..."
    "$tool/bin/uv" pip compile --quiet --universal --python-version 3.11 --fork-strategy fewest --generate-hashes \
        --no-config --no-header --no-emit-index-url --no-emit-find-links "$name.in" --output-file "$name.txt"
done
