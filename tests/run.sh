#!/bin/bash
# Installs what is missing, builds, and passes all tests; arguments go to ctest (-R NAME chooses tests).
#   build          the release, whose tests run last
#   build-sanitize the same tests under AddressSanitizer, UndefinedBehaviorSanitizer and LeakSanitizer, each layer a library that
#                  links on its own
# Tests that need a real cluster or root are reported as skipped where they cannot have it; with CI=true that fails.
# A few failed tests run once more, alone, and are named as unsteady if they pass then; what a sanitizer reported is never tried again.
source "$(dirname "$0")/../packaging/prepare.sh"

packages=("${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}")
programs=(etcd kubernetes kwok)
if [ "$(id -u)" = 0 ] && [ "$(uname)" = Linux ]; then
  packages+=("${NODE_PACKAGES[@]}")
  programs+=(node containerd coredns metrics-server)
fi

call_ctest() { # FOLDER CTEST-ARGUMENT...
  local folder=$1
  shift
  (cd "$folder" && env -u KUBECONFIG -u XDG_CACHE_HOME -u XDG_CONFIG_HOME HOME="$home" ctest --output-on-failure \
    --test-output-size-passed 1000000 --test-output-size-failed 1000000 --output-junit "$folder/tests.xml" "$@")
}

name_skipped() { # FOLDER; fails for skipped tests with CI=true only
  python3 "$ROOT/tests/skipped.py" "$1/tests.xml" || [ "${CI:-}" != true ]
}

run_tests() { # FOLDER CTEST-ARGUMENT...
  local folder=$1 home failed status=0
  shift
  home=$(mktemp -d)
  call_ctest "$folder" -j $((2 * $(nproc))) "$@" || status=$?  # every other test waits more than it computes
  name_skipped "$folder" || status=1
  if [ "$status" = 8 ] && failed=$(python3 "$ROOT/tests/unsteady.py" "$folder/tests.xml"); then
    say "once more, alone: $failed"
    call_ctest "$folder" -j 1 --rerun-failed && name_skipped "$folder" && status=0 && say "passed alone, but unsteady, which is a fault to mend: $failed"
  fi
  rm -rf "$home"
  return $status
}

warn_of_little_space() { # a full disk shows itself as tests that fail without a word
  local free
  free=$(df -Pk "$ROOT" | awk 'NR == 2 {print int($4 / 1048576)}')
  [ -d "$BUILD-sanitize" ] || [ "$free" -ge 16 ] || say "only $free GB are free: both builds, the cluster's programs and the caches can take 16"
}

warn_of_little_space
install_missing "${packages[@]}"
say "programs of a real cluster"
WHEELHOUSE_PROGRAMS=$("$ROOT/tests/controlplane/build.sh" "${programs[@]}")
export WHEELHOUSE_PROGRAMS PATH=${KUBEBUILDER_ASSETS:+$KUBEBUILDER_ASSETS:}$WHEELHOUSE_PROGRAMS:$PATH

say "building the release"
configure_and_build "$BUILD" all
say "building with sanitizers, each layer on its own"
configure_and_build "$BUILD-sanitize" all -DSANITIZE=ON
say "testing with sanitizers"
run_tests "$BUILD-sanitize" -LE release "$@"
say "testing the release"
run_tests "$BUILD" "$@"
