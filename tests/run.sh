#!/bin/bash
# Installs what is missing, builds, and passes all tests; arguments go to ctest (-R NAME chooses tests).
#   build          the release, whose tests run last
#   build-sanitize the same tests under AddressSanitizer, UndefinedBehaviorSanitizer and LeakSanitizer
#   build-strict   each layer a library that links on its own
# Tests that need a real cluster or root are reported as skipped where they cannot have it; with CI=true that fails.
source "$(dirname "$0")/../packaging/prepare.sh"

packages=("${BUILD_PACKAGES[@]}" "${TEST_PACKAGES[@]}")
programs=(etcd kubernetes kwok)
if [ "$(id -u)" = 0 ] && [ "$(uname)" = Linux ]; then
  packages+=("${NODE_PACKAGES[@]}")
  programs+=(node containerd coredns)
fi

run_tests() { # FOLDER CTEST-ARGUMENT...
  local folder=$1 home status=0
  shift
  home=$(mktemp -d)
  (cd "$folder" && env -u KUBECONFIG -u XDG_CACHE_HOME -u XDG_CONFIG_HOME HOME="$home" ctest -j "$(nproc)" --output-on-failure \
    --test-output-size-passed 1000000 --output-junit "$folder/tests.xml" "$@") || status=$?
  rm -rf "$home"
  python3 "$ROOT/tests/skipped.py" "$folder/tests.xml" || [ "${CI:-}" != true ] || status=1
  return $status
}

install_missing "${packages[@]}"
say "programs of a real cluster"
WHEELHOUSE_PROGRAMS=$("$ROOT/tests/controlplane/build.sh" "${programs[@]}")
export WHEELHOUSE_PROGRAMS PATH=${KUBEBUILDER_ASSETS:+$KUBEBUILDER_ASSETS:}$WHEELHOUSE_PROGRAMS:$PATH

say "building the release"
configure_and_build "$BUILD" all
say "building strict layers"
configure_and_build "$BUILD-strict" all -DSTRICT_LAYERS=ON -DBUILD_TESTING=OFF
say "building with sanitizers"
configure_and_build "$BUILD-sanitize" all -DSANITIZE=ON
say "testing with sanitizers"
run_tests "$BUILD-sanitize" -LE release "$@"
say "testing the release"
run_tests "$BUILD" "$@"
