#!/bin/bash
# Makes the pictures of .github/screenshots anew from the demo cluster, in English and Korean, light and dark; builds first what is missing.
# Needs fonts with Korean letters.
source "$(dirname "$0")/prepare.sh"
pictures=$ROOT/.github/screenshots

picture() { # NAME WHAT WINDOW-FLAG...
  local name=$1 what=$2 data
  shift 2
  data=$(mktemp -d)
  say "$name"
  env -u KUBECONFIG HOME="$data" QT_QPA_PLATFORM=offscreen "$BUILD/wheelhouse" --demo --data-dir "$data" --open "$what" --size 1440x900 --screenshot "$pictures/$name.png" "$@"
  rm -rf "$data"
}

configure_and_build "$BUILD" wheelhouse
mkdir -p "$pictures"
picture pods-light pods --language en --theme light
picture pods-dark-ko pods --language ko --theme dark
picture overview-light overview --language en --theme light
picture overview-ko overview --language ko --theme light
picture pod-light "pods/team-a/downward-demo" --language en --theme light
picture pod-ko "pods/team-a/downward-demo" --language ko --theme dark
picture access-light "serviceaccounts/team-b/checkout" --language en --theme light
picture metrics-light metrics --language en --theme light
picture downward-light "pods/team-a/downward-demo#downward" --language en --theme light
picture disk-ko "nodes//kube-worker-1#disk" --language ko --theme dark
picture access-ko "serviceaccounts/kubeflow/ml-pipeline" --language ko --theme dark
