# Builds for 64-bit Windows on Debian or Ubuntu, with the libraries that build.sh has made in the folder WINDOWS_LIBRARIES.
set(CMAKE_SYSTEM_NAME Windows)
set(CMAKE_SYSTEM_PROCESSOR x86_64)

set(WINDOWS_LIBRARIES "$ENV{WINDOWS_LIBRARIES}" CACHE PATH "Where build.sh put the libraries")
set(CMAKE_TRY_COMPILE_PLATFORM_VARIABLES WINDOWS_LIBRARIES)

# Of the two compilers the one whose std::thread is real.
set(CMAKE_C_COMPILER x86_64-w64-mingw32-gcc-posix)
set(CMAKE_CXX_COMPILER x86_64-w64-mingw32-g++-posix)
set(CMAKE_RC_COMPILER x86_64-w64-mingw32-windres)
foreach(language C CXX)
  set(CMAKE_${language}_FLAGS_INIT "-D_WIN32_WINNT=0x0A00 -DWINVER=0x0A00") # Windows 10
endforeach()

# Programs are this machine's, everything else Windows'.
set(CMAKE_FIND_ROOT_PATH ${WINDOWS_LIBRARIES} /usr/x86_64-w64-mingw32)
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
foreach(kind LIBRARY INCLUDE PACKAGE)
  set(CMAKE_FIND_ROOT_PATH_MODE_${kind} ONLY)
endforeach()
set(CMAKE_PREFIX_PATH ${WINDOWS_LIBRARIES})
set(ENV{PKG_CONFIG_LIBDIR} ${WINDOWS_LIBRARIES}/lib/pkgconfig)
set(ENV{PKG_CONFIG_PATH} "")

# Everything but Qt is linked into the program.
set(OPENSSL_USE_STATIC_LIBS ON)

# moc, rcc and lrelease of the same Qt run here.
set(QT_HOST_PATH /usr)
execute_process(COMMAND gcc -print-multiarch OUTPUT_VARIABLE machine OUTPUT_STRIP_TRAILING_WHITESPACE)
set(QT_HOST_PATH_CMAKE_DIR /usr/lib/${machine}/cmake)
