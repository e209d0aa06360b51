#!/usr/bin/env bash
# Collects the texts of the program, brings the catalogues up to date and compiles them.
set -euo pipefail
cd "$(dirname "$0")/.."
words=dashboard/translations
babel="${BABEL:-.venv/bin/pybabel} --quiet"
template=$(mktemp)
trap 'rm -f "$template"' EXIT
$babel extract --mapping-file "$words/extract.cfg" --no-location --sort-output --project "LEN dashboard" --version 1 --output-file "$template" components dashboard pages
for language in de; do
    catalogue=$words/$language/LC_MESSAGES/messages.po
    [ -f "$catalogue" ] || $babel init --input-file "$template" --output-dir "$words" --locale "$language"
    remarks=$(sed '/^msgid/,$d' "$catalogue")
    $babel update --input-file "$template" --output-dir "$words" --locale "$language" --no-fuzzy-matching --ignore-obsolete --no-wrap
    texts=$(sed -n '/^msgid/,$p' "$catalogue")
    printf '%s\n%s\n' "$remarks" "$texts" > "$catalogue" # the update would take the remarks' form away
done
$babel compile --directory "$words"
