# Sourced by test.sh: the real window, in pictures, with a kubeconfig that is edited, and with a large live table of a real control plane.

test_window() {
  local program class
  program=$(started_by_wine wheelhouse "'$WINE'" "'$BUILD/wheelhouse.exe'" --data-dir '"$HOME/wheelhouse"')
  for class in ${CLASSES:-Pictures EditedKubeconfig LargeTable}; do
    WHEELHOUSE=$program OUTPUT=$OUTPUT python3 "$WINDOWS/parts/window_test.py" "$class" > "$OUTPUT/$class.txt" 2>&1 && judge 0 "$class" || judge 1 "$class"
  done
}
