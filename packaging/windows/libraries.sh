# Sourced by build.sh: how each library is made for Windows, from the distribution's own sources. What is made stays in $WINDOWS_LIBRARIES.
LIBRARIES=(runtime zlib protozero zstd yaml simdjson pcre2 nghttp2 openssl curl qtbase)
HOST=x86_64-w64-mingw32
JOBS=${JOBS:-$(nproc)}

# The system's package sources with their source packages, in lists of our own: nothing of the system changes.
APT=(-o "Dir::State::Lists=$CACHE/apt/lists" -o "Dir::Etc::SourceList=$CACHE/apt/sources.list" -o "Dir::Etc::SourceParts=$CACHE/apt/parts" -o APT::Sandbox::User=root)

read_source_lists() {
  [ ! -e "$CACHE/apt/ready" ] || return 0
  mkdir -p "$CACHE/apt/lists/partial" "$CACHE/apt/parts"
  cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2> /dev/null | sed -n 's/^deb /deb-src /p' > "$CACHE/apt/sources.list" || true
  local file
  for file in /etc/apt/sources.list.d/*.sources; do
    [ ! -e "$file" ] || sed 's/^Types:.*/Types: deb-src/' "$file" > "$CACHE/apt/parts/$(basename "$file")"
  done
  apt-get "${APT[@]}" update -qq
  touch "$CACHE/apt/ready"
}

# Unpacks the newest version that can still be fetched into $SOURCE.
unpack() { # PACKAGE
  local version
  read_source_lists
  rm -rf "$WORK/$1" && mkdir -p "$WORK/$1" && cd "$WORK/$1"
  for version in $(apt-cache "${APT[@]}" showsrc --only-source "$1" | sed -n 's/^Version: //p' | sort -Vru); do
    if apt-get "${APT[@]}" source -qq --only-source "$1=$version"; then
      SOURCE=$(find "$WORK/$1" -mindepth 1 -maxdepth 1 -type d)
      return
    fi
  done
  say "no source of $1 can be fetched"
  return 1
}

cmake_library() { # FOLDER [OPTION...]
  local folder=$1
  shift
  cmake -G Ninja -S "$folder" -B "$WORK/out" -DCMAKE_TOOLCHAIN_FILE="$WINDOWS/toolchain.cmake" -DCMAKE_BUILD_TYPE=Release \
    -DCMAKE_INSTALL_PREFIX="$WINDOWS_LIBRARIES" -DCMAKE_INSTALL_LIBDIR=lib -DBUILD_SHARED_LIBS=OFF -DBUILD_TESTING=OFF "$@"
  ninja -C "$WORK/out" -j "$JOBS"
  cmake --install "$WORK/out"
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

make_curl() {
  unpack curl
  cmake_library "$SOURCE" -DBUILD_CURL_EXE=OFF -DENABLE_MANUAL=OFF -DHTTP_ONLY=ON -DENABLE_UNICODE=ON -DUSE_WIN32_IDN=ON -DUSE_LIBIDN2=OFF \
    -DCURL_USE_OPENSSL=ON -DCURL_USE_SCHANNEL=OFF -DUSE_NGHTTP2=ON -DNGHTTP2_LIBRARY="$WINDOWS_LIBRARIES/lib/libnghttp2.a" \
    -DNGHTTP2_INCLUDE_DIR="$WINDOWS_LIBRARIES/include" -DCMAKE_C_FLAGS=-DNGHTTP2_STATICLIB -DCURL_ZLIB=ON -DCURL_ZSTD=OFF -DCURL_BROTLI=OFF \
    -DCURL_USE_LIBSSH2=OFF -DCURL_USE_LIBPSL=OFF
}

make_qtbase() { # as DLLs; the drawing is the program's own, so that OpenGL, Vulkan and printing stay away
  unpack qt6-base
  local off=() name
  for name in brotli dbus glib icu openssl pkg_config printsupport sql system_freetype system_harfbuzz system_jpeg system_pcre2 system_png \
    system_zlib tabletevent vulkan zstd opengl direct2d1_1; do
    off+=("-DFEATURE_$name=OFF")
  done
  cmake_library "$SOURCE" -DBUILD_SHARED_LIBS=ON -DQT_QMAKE_TARGET_MKSPEC=win32-g++ -DQT_BUILD_EXAMPLES=OFF -DQT_BUILD_TESTS=OFF \
    -DINPUT_opengl=no -DFEATURE_schannel=ON "${off[@]}"
}

describe() { # NAME VERSION LIBRARIES DEFINES: for pkg-config, where the library's own build does not, or says too little
  mkdir -p "$WINDOWS_LIBRARIES/lib/pkgconfig"
  printf '%s\n' "Name: $1" "Description: made for Windows" "Version: $2" "Libs: -L$WINDOWS_LIBRARIES/lib $3" "Cflags: -I$WINDOWS_LIBRARIES/include $4" \
    > "$WINDOWS_LIBRARIES/lib/pkgconfig/$1.pc"
}

make_libraries() { # [NAME...]; each once, in a shell of its own, so that it ends at its first failure
  local name
  mkdir -p "$WINDOWS_LIBRARIES/bin" "$WINDOWS_LIBRARIES/made" "$CACHE/logs"
  for name in "${@:-${LIBRARIES[@]}}"; do
    [ ! -e "$WINDOWS_LIBRARIES/made/$name" ] || continue
    say "making $name for Windows"
    SECONDS=0
    if ! WORK=$CACHE/building/$name bash -c "source '$WINDOWS/prepare.sh'; source '$WINDOWS/libraries.sh'; mkdir -p \"\$WORK\"; make_$name" > "$CACHE/logs/$name" 2>&1; then
      tail -n 20 "$CACHE/logs/$name" >&2
      say "$name could not be made: $CACHE/logs/$name"
      return 1
    fi
    rm -rf "$CACHE/building/$name"
    echo "$SECONDS s" > "$WINDOWS_LIBRARIES/made/$name"
  done
}
