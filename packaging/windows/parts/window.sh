# Sourced by test.sh.

# The demo in both languages and colours, to be looked at.
test_window() {
  local language theme file
  for language in en ko; do
    for theme in light dark; do
      file=$OUTPUT/demo-$language-$theme.png
      rm -f "$file"
      timeout 120 "$WINE" "$BUILD/wheelhouse.exe" --demo --language $language --theme $theme --open pods --size 1440x900 \
        --screenshot "$(windows_path "$file")" > "$OUTPUT/window.txt" 2>&1 || true
      [ -s "$file" ] && judge 0 "$file" || judge 1 "$file"
    done
  done
}
