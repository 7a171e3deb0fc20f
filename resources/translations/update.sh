#!/bin/bash
# Brings wheelhouse_ko.ts up to date with what the sources say; what is new is marked as unfinished there.
cd "$(dirname "$0")/../.."
LUPDATE=${LUPDATE:-$(command -v lupdate6 || command -v lupdate || echo /usr/lib/qt6/bin/lupdate)}
exec "$LUPDATE" -silent -no-obsolete -locations none -I . app widgets models -ts "${1:-resources/translations/wheelhouse_ko.ts}"
