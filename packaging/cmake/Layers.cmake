# The architecture in one function: layer(FOLDER USES FOLDERS... LIBS TARGETS...).
#
# A layer is one folder and one library. USES names the folders it may include, LIBS the outside libraries whose door it is.
# The arrows are written to layers.txt in the build folder, where the architecture test reads them. With STRICT_LAYERS the
# layers are shared libraries without undefined symbols, so that a call along a missing arrow does not link. Sanitized layers
# are always built so: in each of hundreds of test programs they would take ten gigabytes, and minutes to link.

option(STRICT_LAYERS "Build each layer as a shared library that must link on its own" OFF)
if(SANITIZE AND NOT BUILD_FUZZERS) # clang has its sanitizers in programs only
  set(STRICT_LAYERS ON)
  include(CheckLinkerFlag)
  check_linker_flag(CXX -Wl,-z,pack-relative-relocs LINKER_PACKS_RELOCATIONS)
endif()

set(LAYER_ARROWS_FILE ${CMAKE_BINARY_DIR}/layers.txt)
file(WRITE ${LAYER_ARROWS_FILE} "")

function(layer folder)
  cmake_parse_arguments(LAYER "" "" "USES;LIBS" ${ARGN})
  if(LAYER_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "layer(${folder}): not understood: ${LAYER_UNPARSED_ARGUMENTS}")
  endif()
  if(folder MATCHES "^models/")
    foreach(lib IN LISTS LAYER_LIBS)
      if(lib MATCHES "^Qt6::(Gui|Widgets|Charts|Svg|OpenGL)")
        message(FATAL_ERROR "layer(${folder}): models never link ${lib}")
      endif()
    endforeach()
  endif()

  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/${folder}/*.cpp ${CMAKE_SOURCE_DIR}/${folder}/*.h)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  layer_drop_other_systems(sources)
  string(REPLACE "/" "_" target ${folder})
  if(NOT sources)
    message(FATAL_ERROR "layer(${folder}): the folder holds no sources")
  endif()
  if(STRICT_LAYERS)
    add_library(${target} SHARED ${sources})
    target_link_options(${target} PRIVATE $<$<NOT:$<PLATFORM_ID:Darwin>>:-Wl,--no-undefined>) # what macOS does unasked
    if(SANITIZE AND LINKER_PACKS_RELOCATIONS) # millions of them, in the sanitizers' own tables
      target_link_options(${target} PRIVATE -Wl,-z,pack-relative-relocs)
    endif()
  else()
    add_library(${target} STATIC ${sources})
  endif()
  foreach(header IN LISTS sources)
    file(STRINGS ${header} objects REGEX "Q_OBJECT|Q_GADGET|Q_NAMESPACE" LIMIT_COUNT 1)
    if(objects)
      set_target_properties(${target} PROPERTIES AUTOMOC ON)
      break()
    endif()
  endforeach()
  target_include_directories(${target} PUBLIC ${CMAKE_SOURCE_DIR})
  # Without a define of its own, so that both kinds of library share their compiled objects in ccache.
  set_target_properties(${target} PROPERTIES LINKER_LANGUAGE CXX DEFINE_SYMBOL "")

  string(REPLACE "/" "_" uses "${LAYER_USES}")
  target_link_libraries(${target} PUBLIC ${uses})
  if(folder MATCHES "^(widgets|app)")
    target_link_libraries(${target} PUBLIC ${LAYER_LIBS})
  else()
    target_link_libraries(${target} PRIVATE ${LAYER_LIBS})
  endif()
  if(SANITIZE) # where compiling takes longest; in the release each file proves that it includes what it needs
    layer_precompile(${target} ${folder} "${LAYER_LIBS}")
  endif()
  if(COMMAND project_warnings)
    project_warnings(${target})
  endif()
  string(REPLACE ";" " " uses_text "${LAYER_USES}")
  string(REPLACE ";" " " libs_text "${LAYER_LIBS}")
  file(APPEND ${LAYER_ARROWS_FILE} "${folder}: ${uses_text} | ${libs_text}\n")
endfunction()

# Compiles the headers once for all layers with the same modules of Qt, on whose defines they depend.
function(layer_precompile target folder libs)
  set(name PrecompiledModels)
  if(folder MATCHES "^(widgets/|app$)")
    set(name PrecompiledWidgets)
  endif()
  list(FILTER libs INCLUDE REGEX "^Qt6::")
  precompile_once(${target} "${name};${libs}" tests/support/${name}.h)
endfunction()

# The first target of a group compiles the header, by no path of its own, for ccache; the others use the result.
function(precompile_once target group header)
  get_property(first GLOBAL PROPERTY "precompiled ${group}")
  if(first)
    target_precompile_headers(${target} REUSE_FROM ${first})
  else()
    set_property(GLOBAL PROPERTY "precompiled ${group}" ${target})
    target_precompile_headers(${target} PRIVATE <${header}>)
  endif()
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(${target} PRIVATE -fpch-preprocess) # ccache asks for it
  endif()
endfunction()

# Keeps Name_linux.cpp and Name_unix.cpp out of a Windows build, and so on.
function(layer_drop_other_systems list)
  set(kept ${${list}})
  if(WIN32)
    list(FILTER kept EXCLUDE REGEX "_(linux|macos|unix)\\.(cpp|h)$")
  elseif(APPLE)
    list(FILTER kept EXCLUDE REGEX "_(linux|windows)\\.(cpp|h)$")
  else()
    list(FILTER kept EXCLUDE REGEX "_(macos|windows)\\.(cpp|h)$")
  endif()
  set(${list} ${kept} PARENT_SCOPE)
endfunction()

# Compiles tests/support/Precompiled.h once for all test programs with the same modules of Qt, on whose defines QTest's headers depend.
function(share_headers target links)
  set(owner headers)
  if(links MATCHES "widgets_|app;|app$")
    string(APPEND owner _widgets)
  endif()
  if(links MATCHES "Qt6::Network|tests_support")
    string(APPEND owner _network)
  endif()
  precompile_once(${target} ${owner} tests/support/Precompiled.h)
endfunction()

# AUTOMOC would start a program and compile an empty file for each of hundreds of tests: minutes of a whole build.
function(moc_test target file)
  get_filename_component(name ${file} NAME_WE)
  set(folder ${CMAKE_CURRENT_BINARY_DIR}/${target}_autogen/include)
  file(MAKE_DIRECTORY ${folder})
  qt_generate_moc(${file} ${folder}/${name}.moc TARGET ${target})
  set_source_files_properties(${file} PROPERTIES OBJECT_DEPENDS ${folder}/${name}.moc)
  target_include_directories(${target} BEFORE PRIVATE ${folder})
endfunction()

# One test program per FILE in tests/FOLDER; it links the layers it names and nothing else. The programs are not optimised: compiling
# would take longer than they run.
#   layer_tests(unit/text LINKS models/text)
function(layer_tests folder)
  cmake_parse_arguments(TESTS "" "" "LINKS;LIBS" ${ARGN})
  file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/${folder}/*Test.cpp)
  string(REPLACE "/" "_" links "${TESTS_LINKS}")
  foreach(file IN LISTS files)
    get_filename_component(name ${file} NAME_WE)
    string(REPLACE "/" "_" target "${folder}_${name}")
    add_executable(${target} ${file})
    target_link_libraries(${target} PRIVATE ${links} ${TESTS_LIBS} tests_folders Qt6::Test)
    moc_test(${target} ${file})
    share_headers(${target} "${links};${TESTS_LIBS}")
    if(NOT MSVC)
      target_compile_options(${target} PRIVATE -O0)
    endif()
    if(COMMAND project_warnings)
      project_warnings(${target})
    endif()
    add_test(NAME ${folder}/${name} COMMAND ${target})
    set_tests_properties(${folder}/${name} PROPERTIES TIMEOUT 300 SKIP_RETURN_CODE 77
      ENVIRONMENT "QT_QPA_PLATFORM=offscreen;TZ=UTC;LC_ALL=C.UTF-8")
  endforeach()
endfunction()
