#!/bin/sh
# Writes models/fields/Facts.inc from the Go types of the Kubernetes API; needs Go 1.26 and its module proxy or cache.
set -eu
cd "$(dirname "$0")"
go run . >../Facts.inc.new
mv ../Facts.inc.new ../Facts.inc
