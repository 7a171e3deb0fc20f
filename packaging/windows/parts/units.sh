# Every unit test of the project but those that tests-left-out.txt names: built where that is needed, then run, as many at once as there are
# processors. A test prints for machines: for people it would speak to the debugger, where nobody listens.

unit_tests() { (cd "$ROOT/tests" && find unit -name '*Test.cpp' | sed 's/\.cpp$//' | LC_ALL=C sort); }

left_out() { sed -n 's|^\(unit/[^:]*\): .*|\1|p' "$WINDOWS/tests-left-out.txt" | LC_ALL=C sort; }

# It has to come to its end, without an error, and skip nothing.
run_unit_test() { # NAME; says how it went, in how many milliseconds
  local name=${1//\//_} status=0 start=${EPOCHREALTIME/./}
  timeout 300 "$WINE" "$BUILD/tests/$name.exe" -o -,tap > "$OUTPUT/$name.tap" 2> "$OUTPUT/$name.err" < /dev/null || status=$?
  if ! grep -q '^1\.\.' "$OUTPUT/$name.tap" || grep -qE '^not ok|# SKIP' "$OUTPUT/$name.tap"; then status=1; fi
  printf '%s %s %s\n' "$status" $(((${EPOCHREALTIME/./} - start) / 1000)) "$1"
}

test_units() {
  local all=$OUTPUT/units.all wanted=$OUTPUT/units.wanted results=$OUTPUT/units.results name status took
  unit_tests > "$all"
  LC_ALL=C comm -23 "$all" <(left_out) > "$wanted"
  sed 's|/|_|g' "$wanted" | xargs "$WINDOWS/build.sh"
  say "running $(wc -l < "$wanted") unit tests, $(nproc) at once"
  SECONDS=0
  export -f run_unit_test
  export BUILD OUTPUT
  xargs -P "$(nproc)" -I{} bash -c 'run_unit_test "$1"' bash {} < "$wanted" > "$results"
  while read -r status took name; do judge "$status" "$name"; done < "$results"
  say "unit tests took $SECONDS s; the longest: $(sort -k2 -n -r "$results" | head -n 3 | awk '{ printf "%s %.1f s  ", $3, $2 / 1000 }')"
  # What was run and what is left out is all there is.
  { cut -d' ' -f3 "$results"; left_out; } | LC_ALL=C sort | diff "$all" - > "$OUTPUT/units.lost" && judge 0 "no unit test is lost" || judge 1 "no unit test is lost"
  echo "unit tests: $(wc -l < "$all") in all, $(wc -l < "$results") run, $(left_out | wc -l) left out"
}
