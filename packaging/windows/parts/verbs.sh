# Sourced by test.sh: what the program prints is, byte for byte, what the one for Linux prints.

NOW=2030-01-01T00:00:00Z # two programs that start one after the other count ages from the same time

windows_wheelhouse() { timeout 120 "$WINE" "$BUILD/wheelhouse.com" "$@"; }

# Files are named relative to the working folder, which both programs share.
compare() { # NAME ARGUMENT...
  local name=${1//\// in } here=0 there=0
  shift
  "$LINUX" "$@" > "$OUTPUT/$name.linux" 2> "$OUTPUT/$name.linux-errors" || here=$?
  windows_wheelhouse "$@" > "$OUTPUT/$name.windows" 2> "$OUTPUT/$name.windows-errors" || there=$?
  [ -s "$OUTPUT/$name.linux" ] || [ -s "$OUTPUT/$name.linux-errors" ] || { say "$name: nothing was printed"; there=none; }
  cmp "$OUTPUT/$name.linux" "$OUTPUT/$name.windows" >&2 || there=different
  cmp "$OUTPUT/$name.linux-errors" "$OUTPUT/$name.windows-errors" >&2 || there=different
  [ "$here" = "$there" ] && judge 0 "$name" || judge 1 "$name"
}

compare_with_cluster() { # KUBECONFIG
  compare "contexts of $1" contexts --kubeconfig "$1"
  compare "pods of $1" get pods -A --now $NOW --kubeconfig "$1"
  compare "wide pods of $1" get pods -A -o wide --now $NOW --kubeconfig "$1"
  compare "nodes of $1" get nodes -o json --kubeconfig "$1"
  compare "roles of $1" get clusterroles -o yaml --kubeconfig "$1"
  compare "check of $1" rbac check --requests requests.json --kubeconfig "$1"
  compare "risks of $1" rbac risks --now $NOW --kubeconfig "$1"
  compare "what is not there, of $1" get pods/none -n kube-system --kubeconfig "$1"
}

test_verbs() {
  need_cluster
  cd "$OUTPUT"
  cp "$CLUSTER/admin.kubeconfig" kubeconfig
  sed 's/$/\r/' kubeconfig > kubeconfig-with-crlf
  mkdir -p '한글 폴더 🙂' && cp kubeconfig '한글 폴더 🙂/설정'
  cat > requests.json <<'REQUESTS'
[{"user": "kubernetes-admin", "groups": ["system:masters"], "verb": "*", "resource": "*"},
 {"user": "nobody", "verb": "list", "resource": "pods", "namespace": "default"},
 {"user": "한글", "groups": ["system:authenticated"], "verb": "get", "path": "/version"},
 {"user": "system:kube-scheduler", "verb": "create", "resource": "pods", "subresource": "binding", "namespace": "kube-system"},
 {"user": "system:serviceaccount:kube-system:generic-garbage-collector", "verb": "delete", "group": "apps", "resource": "deployments"}]
REQUESTS
  compare version --version
  compare help --help
  compare 'a wrong flag' get pods --nothing
  compare 'no such file' get pods --kubeconfig none
  local file
  for file in kubeconfig kubeconfig-with-crlf '한글 폴더 🙂/설정'; do
    compare_with_cluster "$file"
  done
  cd - > /dev/null
}
