# What the program needs on Windows alone: icon, version and manifest, folders fixed at build time, and wheelhouse.com for the console.

set(windows ${CMAKE_SOURCE_DIR}/packaging/windows)
set(WINDOWS_VERSION "${PROJECT_VERSION_MAJOR},${PROJECT_VERSION_MINOR},${PROJECT_VERSION_PATCH},0")

# windows_resources(TARGET FILE-NAME): one description of the program, named as the file it goes into.
function(windows_resources target PROGRAM_FILE)
  configure_file(${windows}/program.rc.in ${CMAKE_CURRENT_BINARY_DIR}/${target}.rc @ONLY)
  target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/${target}.rc)
  set_source_files_properties(${CMAKE_CURRENT_BINARY_DIR}/${target}.rc PROPERTIES
    OBJECT_DEPENDS "${windows}/wheelhouse.ico;${windows}/wheelhouse.manifest")
  if(MSVC)
    target_link_options(${target} PRIVATE /MANIFEST:NO)
  endif()
endfunction()

set_target_properties(wheelhouse PROPERTIES WIN32_EXECUTABLE ON)
windows_resources(wheelhouse wheelhouse.exe)
# Qt's own settings come from the program, not from a file that somebody put beside it.
qt_add_resources(wheelhouse toolkit PREFIX /qt/etc BASE ${windows} FILES ${windows}/qt.conf)

# A program with a window has no console: what is typed there finds this one, whose ending comes first in PATHEXT.
add_executable(wheelhouse_console app/console/main.cpp)
target_link_libraries(wheelhouse_console PRIVATE app_headless models_platform Qt6::Core)
set_target_properties(wheelhouse_console PROPERTIES OUTPUT_NAME wheelhouse SUFFIX .com PDB_NAME wheelhouse_console)
windows_resources(wheelhouse_console wheelhouse.com)
project_warnings(wheelhouse_console)
add_dependencies(wheelhouse wheelhouse_console)

# As much stack as elsewhere; threads follow it.
set(stack "LINKER:--stack,8388608")
if(MSVC)
  set(stack /STACK:8388608)
endif()
foreach(target wheelhouse wheelhouse_console)
  target_link_options(${target} PRIVATE ${stack})
endforeach()
