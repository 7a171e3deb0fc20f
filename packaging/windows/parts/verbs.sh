# Sourced by test.sh.

# What the program prints is, byte for byte, what the one for Linux prints; only in JSON, where nothing is aligned, Z:\\ is read as /.
compare() { # NAME ARGUMENT...
  local name=$1 here=0 there=0
  shift
  "$LINUX" "$@" > "$OUTPUT/$name.linux" 2>&1 || here=$?
  timeout 120 "$WINE" "$BUILD/wheelhouse.com" "$@" > "$OUTPUT/$name.windows" 2>&1 || there=$?
  [ "$1" != contexts ] || sed -i -E ':again; s|("Z:[^"]*)\\\\|\1/|; t again; s|"Z:/|"/|' "$OUTPUT/$name.windows"
  cmp "$OUTPUT/$name.linux" "$OUTPUT/$name.windows" && [ "$here" = "$there" ] && judge 0 "$name" || judge 1 "$name"
}

# Files are named relative to the working folder, which both programs share.
test_verbs() {
  cd "$OUTPUT"
  compare version --version
  compare help --help
  [ -n "${CLUSTER:-}" ] || { say "no CLUSTER: nothing is asked of one"; return 0; }
  cp "$CLUSTER/admin.kubeconfig" kubeconfig
  sed 's/$/\r/' kubeconfig > kubeconfig-of-windows
  local file
  for file in kubeconfig kubeconfig-of-windows; do
    compare "contexts of $file" contexts -o json --kubeconfig "$file"
    compare "pods of $file" get pods -A --no-headers -o name --kubeconfig "$file"
    compare "roles of $file" get clusterroles -o yaml --kubeconfig "$file"
    compare "rights of $file" rbac can-i list pods --as nobody --kubeconfig "$file"
  done
}
