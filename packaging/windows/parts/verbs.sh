# Sourced by test.sh: what the program prints is, byte for byte, what the one for Linux prints.

windows_wheelhouse() { timeout 120 "$WINE" "$BUILD/wheelhouse.com" "$@"; }

# What a command prints and how it ends, in three files.
record() { # FILE COMMAND...
  local file=$1 status=0
  shift
  "$@" > "$file" 2> "$file-errors" || status=$?
  echo $status > "$file-status"
}

is_same() { # FILE FILE
  cmp "$1" "$2" && cmp "$1-errors" "$2-errors" && cmp "$1-status" "$2-status"
}

# Files are named relative to the working folder, which both programs share. A cluster lives: what changes it between two programs is
# looked at again.
compare() { # NAME ARGUMENT...
  local file=$OUTPUT/${1//\// in } name=$1 i
  shift
  for i in 1 2 3; do
    record "$file.linux" "$LINUX" "$@"
    record "$file.windows" windows_wheelhouse "$@"
    if is_same "$file.linux" "$file.windows" > "$file.difference" 2>&1; then
      [ -s "$file.linux" ] || [ -s "$file.linux-errors" ] && judge 0 "$name" || judge 1 "$name, which prints nothing"
      return 0
    fi
  done
  judge 1 "$name"
}

compare_with_cluster() { # KUBECONFIG
  compare "contexts of $1" contexts --kubeconfig "$1"
  compare "pods of $1" get pods -A --kubeconfig "$1"
  compare "wide pods of $1" get pods -A -o wide --kubeconfig "$1"
  compare "nodes of $1" get nodes -o json --kubeconfig "$1"
  compare "roles of $1" get clusterroles -o yaml --kubeconfig "$1"
  compare "check of $1" rbac check --requests requests.json --kubeconfig "$1"
  compare "risks of $1" rbac risks --kubeconfig "$1"
  compare "what is not there, of $1" get pods/none -n kube-system --kubeconfig "$1"
}

test_verbs() {
  need_linux
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
