# Sourced by cluster.sh and its parts: processes, certificates and kubeconfigs of the cluster in the folder DIR, the working folder.
source "$(dirname "${BASH_SOURCE[0]}")/programs.sh"
export GOGC=${GOGC:-300} # these programs are small and live shortly: collecting their memory less often costs little of it

admin() { kubectl --kubeconfig admin.kubeconfig "$@"; }
settings() { source ./settings; } # PORT: the first of 20 ports; BRIDGE, GATEWAY, NETWORK: the real node's pods

is_ours() { [ -n "$1" ] && [ "$(readlink "/proc/$1/cwd" 2> /dev/null)" = "$DIR" ]; }
runs() { is_ours "$(cat "pid/$1" 2> /dev/null)"; }

start() { # NAME PROGRAM ARGUMENTS...: unless it runs already
  local name=$1
  shift
  if runs "$name"; then return; fi
  setsid nohup "$@" > "log/$name.log" 2>&1 < /dev/null 3>&- 9>&- &
  echo $! > "pid/$name"
}

await() { # NAME SECONDS COMMAND...: until the command succeeds; if it does not, shows how NAME's log ends
  local name=$1 limit=$((SECONDS + $2))
  shift 2
  until "$@" > /dev/null 2>&1; do
    if [ $SECONDS -ge $limit ] || ! runs "$name"; then
      echo "$name is not ready; its log ends:" >&2
      tail -n 15 "log/$name.log" >&2
      return 1
    fi
    sleep 0.1
  done
}

# The first thread of a killed program is gone, and its folder with it, before the others let go of ports and files.
has_threads() { [ "$(ls "/proc/$1/task" 2> /dev/null | wc -l)" -gt 1 ]; }

stop() { # SIGNAL NAME...: sends the signal; whoever still runs after 10 s is killed
  local signal=$1 name pid
  shift
  for name; do
    pid=$(cat "pid/$name" 2> /dev/null) || continue
    if is_ours "$pid"; then kill "-$signal" "$pid" || true; fi
    for _ in $(seq 100); do
      is_ours "$pid" || has_threads "$pid" || break
      sleep 0.1
    done
    if is_ours "$pid"; then kill -KILL "$pid"; fi
    rm -f "pid/$name"
  done
}

certificate() { # NAME COMMON-NAME [ORGANISATION] [ALTERNATIVE-NAMES]: pki/NAME.crt and pki/NAME.key
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "pki/$1.key" -out "pki/$1.csr" \
    -subj "${3:+/O=$3}/CN=$2" 2> /dev/null
  { echo extendedKeyUsage=clientAuth,serverAuth; [ -z "${4:-}" ] || echo "subjectAltName=$4"; } > "pki/$1.ext"
  openssl x509 -req -in "pki/$1.csr" -CA pki/ca.crt -CAkey pki/ca.key -CAcreateserial -days 365 -extfile "pki/$1.ext" \
    -out "pki/$1.crt" 2> /dev/null
}

kubeconfig() { # NAME USER [PORT]: NAME.kubeconfig; USER is the user's fields as YAML
  (umask 077; cat > "$1.kubeconfig") << Y
apiVersion: v1
kind: Config
clusters: [{name: real, cluster: {server: "https://127.0.0.1:${3:-$PORT}", certificate-authority-data: $(base64 -w0 pki/ca.crt)}}]
contexts: [{name: $1, context: {cluster: real, user: user-$1}}]
current-context: $1
users: [{name: user-$1, user: {$2}}]
Y
}
certificate_user() { echo "client-certificate-data: $(base64 -w0 "pki/$1.crt"), client-key-data: $(base64 -w0 "pki/$1.key")"; }
