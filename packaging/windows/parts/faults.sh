# Sourced by test.sh: servers that misbehave and what becomes of it, but for those that tests-left-out.txt names.

test_faults() {
  local results=$OUTPUT/faults.results name status took
  source "$WINDOWS/parts/units.sh"
  "$WINDOWS/build.sh" fault_tests
  export -f run_unit_test
  export BUILD OUTPUT
  ninja -C "$BUILD" -t inputs fault_tests | sed -n "s|^$ROOT/tests/\(fault/.*Test\)\.cpp$|\1|p" | LC_ALL=C sort | xargs -P "$(nproc)" -I{} bash -c 'run_unit_test "$1"' bash {} > "$results"
  while read -r status took name; do judge "$status" "$name"; done < "$results"
}
