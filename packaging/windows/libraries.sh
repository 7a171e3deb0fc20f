# Sourced by build.sh: how each library is made for Windows, from the distribution's own sources. What is made stays in $WINDOWS_LIBRARIES.
LIBRARIES=(runtime zlib qtbase protozero zstd yaml simdjson pcre2 nghttp2 openssl curl)
HOST=x86_64-w64-mingw32
JOBS=${JOBS:-$(nproc)}
CMAKE_FLAGS=(-DCMAKE_BUILD_TYPE=Release -DCMAKE_C_COMPILER_LAUNCHER=ccache -DCMAKE_CXX_COMPILER_LAUNCHER=ccache)

# Source packages in lists of our own, the system's or those of a release of Debian: nothing of the system changes.
read_source_lists() { # [RELEASE]
  local folder=$CACHE/apt${1:+/$1}
  APT=(-o "Dir::State::Lists=$folder/lists" -o "Dir::Etc::SourceList=$folder/sources.list" -o "Dir::Etc::SourceParts=$folder/parts"
    -o Dir::Cache::pkgcache= -o Dir::Cache::srcpkgcache= -o APT::Sandbox::User=root)
  [ ! -e "$folder/ready" ] || return 0
  mkdir -p "$folder/lists/partial" "$folder/parts"
  if [ -n "${1:-}" ]; then list_release "$1" > "$folder/sources.list"; else list_own "$folder"; fi
  apt-get "${APT[@]}" update -qq
  touch "$folder/ready"
}

list_release() { # RELEASE
  printf "deb-src [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] http://deb.debian.org/debian%s main\n" " $1" "-security $1-security"
}

list_own() { # FOLDER
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2> /dev/null | sed -n 's/^deb /deb-src /p' > "$1/sources.list" || true
  local file
  for file in /etc/apt/sources.list.d/*.sources; do
    [ ! -e "$file" ] || sed 's/^Types:.*/Types: deb-src/' "$file" > "$1/parts/$(basename "$file")"
  done
}

versions() { # PACKAGE AT-LEAST; the newest first
  local version
  apt-cache "${APT[@]}" showsrc --only-source "$1" | sed -n 's/^Version: //p' | sort -Vru | while read -r version; do
    ! dpkg --compare-versions "$version" ge "$2" || echo "$version"
  done
}

# Unpacks the newest version that can still be fetched into $SOURCE; if the system has none that is new enough, Debian's of that release.
unpack() { # PACKAGE [AT-LEAST RELEASE]
  local version release
  rm -rf "$WORK/$1" && mkdir -p "$WORK/$1" && cd "$WORK/$1"
  for release in "" ${3:-}; do
    read_source_lists $release
    for version in $(versions "$1" "${2:-0}"); do
      if apt-get "${APT[@]}" source -qq --only-source "$1=$version"; then
        SOURCE=$(find "$WORK/$1" -mindepth 1 -maxdepth 1 -type d)
        return
      fi
    done
  done
  say "no source of $1${2:+, $2 or newer,} can be fetched"
  return 1
}

cmake_library() { # FOLDER [OPTION...]
  local folder=$1
  shift
  cmake -G Ninja -S "$folder" -B "$WORK/out" -DCMAKE_TOOLCHAIN_FILE="$WINDOWS/toolchain.cmake" "${CMAKE_FLAGS[@]}" \
    -DCMAKE_INSTALL_PREFIX="$WINDOWS_LIBRARIES" -DCMAKE_INSTALL_LIBDIR=lib -DBUILD_SHARED_LIBS=OFF -DBUILD_TESTING=OFF "$@"
  ninja -C "$WORK/out" -j "$JOBS"
  DESTDIR=$WORK/installed cmake --install "$WORK/out"
  put_in_place
}

# Each file at once, so that whoever links meanwhile meets the old one or the new one.
put_in_place() {
  local file from=$WORK/installed$WINDOWS_LIBRARIES
  while IFS= read -r -d '' file; do
    mkdir -p "$WINDOWS_LIBRARIES/$(dirname "$file")"
    mv -f "$from/$file" "$WINDOWS_LIBRARIES/$file"
  done < <(find "$from" ! -type d -printf '%P\0')
}

make_runtime() { # the compiler's own DLLs
  local name
  for name in libstdc++-6.dll libgcc_s_seh-1.dll; do
    cp "$($HOST-g++-posix -print-file-name=$name)" "$WINDOWS_LIBRARIES/bin/"
  done
  cp /usr/$HOST/lib/libwinpthread-1.dll "$WINDOWS_LIBRARIES/bin/"
}

make_zlib() { # the distribution has it ready
  cp /usr/$HOST/lib/zlib1.dll "$WINDOWS_LIBRARIES/bin/"
}

make_protozero() { # headers only, the same everywhere
  mkdir -p "$WINDOWS_LIBRARIES/include"
  cp -r /usr/include/protozero "$WINDOWS_LIBRARIES/include/"
}

make_zstd() {
  unpack libzstd
  cmake_library "$SOURCE/build/cmake" -DZSTD_BUILD_SHARED=OFF -DZSTD_BUILD_PROGRAMS=OFF -DZSTD_LEGACY_SUPPORT=OFF
}

make_yaml() {
  unpack libyaml
  cmake_library "$SOURCE"
  describe yaml-0.1 0.2.5 "-lyaml" "-DYAML_DECLARE_STATIC"
}

make_simdjson() {
  unpack simdjson
  cmake_library "$SOURCE" -DSIMDJSON_DEVELOPER_MODE=OFF
}

make_pcre2() {
  unpack pcre2
  cmake_library "$SOURCE" -DPCRE2_SUPPORT_JIT=ON -DPCRE2_BUILD_PCRE2GREP=OFF -DPCRE2_BUILD_TESTS=OFF -DPCRE2_SUPPORT_LIBBZ2=OFF -DPCRE2_SUPPORT_LIBZ=OFF \
    -DPCRE2_SUPPORT_LIBEDIT=OFF -DPCRE2_SUPPORT_LIBREADLINE=OFF
  describe libpcre2-8 10.42 "-lpcre2-8" "-DPCRE2_STATIC"
}

make_nghttp2() { # it finds two clocks and then leaves out the function that neither needs; one clock is enough
  unpack nghttp2
  cmake_library "$SOURCE" -DENABLE_LIB_ONLY=ON -DENABLE_STATIC_LIB=ON -DENABLE_SHARED_LIB=OFF -DENABLE_DOC=OFF -DHAVE_GETTICKCOUNT64=0
}

make_openssl() { # reads no settings from any folder of the machine
  unpack openssl
  mkdir -p "$WORK/out" && cd "$WORK/out"
  CC=gcc-posix "$SOURCE/Configure" mingw64 "--cross-compile-prefix=$HOST-" "--prefix=$WINDOWS_LIBRARIES" --libdir=lib '--openssldir=C:\Windows\ssl' \
    no-shared no-tests no-engine no-legacy no-autoload-config
  make -s -j "$JOBS" build_libs
  make -s install_dev
}

make_curl() { # before 8.0 it dials a socket though it is told that it is connected already
  unpack curl 8.0 trixie
  CFLAGS=-DNGHTTP2_STATICLIB cmake_library "$SOURCE" -DBUILD_CURL_EXE=OFF -DENABLE_CURL_MANUAL=OFF -DBUILD_LIBCURL_DOCS=OFF -DBUILD_MISC_DOCS=OFF \
    -DBUILD_EXAMPLES=OFF -DHTTP_ONLY=ON -DCURL_DISABLE_WEBSOCKETS=ON -DENABLE_UNICODE=ON -DUSE_WIN32_IDN=ON -DUSE_LIBIDN2=OFF -DCURL_USE_OPENSSL=ON \
    -DCURL_USE_SCHANNEL=OFF -DCURL_DISABLE_OPENSSL_AUTO_LOAD_CONFIG=ON -DUSE_NGHTTP2=ON -DNGHTTP2_LIBRARY="$WINDOWS_LIBRARIES/lib/libnghttp2.a" \
    -DNGHTTP2_INCLUDE_DIR="$WINDOWS_LIBRARIES/include" -DCURL_ZLIB=ON -DCURL_ZSTD=OFF -DCURL_BROTLI=OFF -DCURL_USE_LIBSSH2=OFF -DCURL_USE_LIBPSL=OFF
}

make_qtbase() { # as DLLs; the drawing is the program's own, so that OpenGL, Vulkan and printing stay away
  unpack qt6-base
  local off=() name
  for name in brotli dbus glib icu openssl pkg_config printsupport sql system_freetype system_harfbuzz system_jpeg system_pcre2 system_png \
    system_zlib tabletevent vulkan zstd opengl direct2d1_1; do
    off+=("-DFEATURE_$name=OFF")
  done
  CXXFLAGS=-fpch-preprocess cmake_library "$SOURCE" -DBUILD_SHARED_LIBS=ON -DQT_QMAKE_TARGET_MKSPEC=win32-g++ -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF \
    -DINPUT_opengl=no -DFEATURE_schannel=ON "${off[@]}"
}

describe() { # NAME VERSION LIBRARIES DEFINES: for pkg-config, where the library's own build does not, or says too little
  mkdir -p "$WINDOWS_LIBRARIES/lib/pkgconfig"
  printf '%s\n' "Name: $1" "Description: made for Windows" "Version: $2" "Libs: -L$WINDOWS_LIBRARIES/lib $3" "Cflags: -I$WINDOWS_LIBRARIES/include $4" \
    > "$WINDOWS_LIBRARIES/lib/pkgconfig/$1.pc"
}

# A library is made again when its recipe has changed: the mark of what is made names the recipe.
recipe() { declare -f "make_$1" | sha256sum | cut -c 1-16; } # NAME

is_made() { grep -qs "^$(recipe "$1") " "$WINDOWS_LIBRARIES/made/$1"; } # NAME

make_library() { # NAME; in a shell of its own, so that it ends at its first failure
  say "making $1 for Windows"
  SECONDS=0
  if ! WORK=$CACHE/building/$1 bash -c "source '$WINDOWS/prepare.sh'; source '$WINDOWS/libraries.sh'; mkdir -p \"\$WORK\"; make_$1" > "$CACHE/logs/$1" 2>&1; then
    tail -n 20 "$CACHE/logs/$1" >&2
    say "$1 could not be made: $CACHE/logs/$1"
    return 1
  fi
  rm -rf "$CACHE/building/$1"
  echo "$(recipe "$1") made in $SECONDS s" > "$WINDOWS_LIBRARIES/made/$1"
}

make_libraries() { # [NAME...]; each once, even if two ask for it at the same time
  local name lock
  [ $# -gt 0 ] || set -- "${LIBRARIES[@]}"
  mkdir -p "$WINDOWS_LIBRARIES/bin" "$WINDOWS_LIBRARIES/made" "$CACHE/logs"
  for name; do
    is_made "$name" || {
      exec {lock}> "$WINDOWS_LIBRARIES/made/.lock"
      flock "$lock"
      is_made "$name" || make_library "$name"
      exec {lock}>&-
    }
  done
}
