# Sourced by test.sh.

# Every unit test that was built. A test prints for machines: for people it would speak to the debugger, where nobody listens.
test_units() {
  local file name status
  for file in $(find "$BUILD" -name 'unit_*Test.exe' | sort); do
    name=$(basename "$file" .exe)
    status=0
    timeout 300 "$WINE" "$file" -o -,tap > "$OUTPUT/$name.tap" 2> "$OUTPUT/$name.err" || status=$?
    grep -q '^1\.\.' "$OUTPUT/$name.tap" || status=1 # it did not come to its end
    judge "$status" "$name"
  done
}
