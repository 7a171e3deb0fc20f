#include "models/platform/ProgramStart.h"

#include <QByteArray>

#include <cstdio>
#include <iostream>

#include <fcntl.h>
#include <io.h>
#include <windows.h>

#include <shellapi.h>

namespace platform {

namespace {

/// A library of the same name in the working folder or in PATH is never taken.
void trustOwnFoldersOnly()
{
    ::SetDefaultDllDirectories(LOAD_LIBRARY_SEARCH_DEFAULT_DIRS);
    ::SetDllDirectoryW(L"");
    ::SetErrorMode(SEM_FAILCRITICALERRORS | SEM_NOOPENFILEERRORBOX);
    ::HeapSetInformation(nullptr, HeapEnableTerminationOnCorruption, nullptr, 0);
}

std::string utf8(const wchar_t *text)
{
    const int length = ::WideCharToMultiByte(CP_UTF8, 0, text, -1, nullptr, 0, nullptr, nullptr);
    std::string out(std::size_t(length > 0 ? length : 1), '\0');
    ::WideCharToMultiByte(CP_UTF8, 0, text, -1, out.data(), length, nullptr, nullptr);
    out.pop_back();
    return out;
}

std::vector<std::string> ownArguments()
{
    int count = 0;
    std::vector<std::string> texts;
    wchar_t **const words = ::CommandLineToArgvW(::GetCommandLineW(), &count);
    for (int i = 0; words && i < count; ++i)
        texts.push_back(utf8(words[i]));
    ::LocalFree(words);
    return texts;
}

bool isOpen(DWORD which)
{
    const HANDLE handle = ::GetStdHandle(which);
    return handle && handle != INVALID_HANDLE_VALUE && ::GetFileType(handle) != FILE_TYPE_UNKNOWN;
}

/// A program with a window has no console of its own; one that started it from a console has.
void reachConsole()
{
    const bool hasOutput = isOpen(STD_OUTPUT_HANDLE), hasErrors = isOpen(STD_ERROR_HANDLE);
    if ((hasOutput && hasErrors) || !::AttachConsole(ATTACH_PARENT_PROCESS))
        return;
    if (!hasOutput)
        static_cast<void>(std::freopen("CONOUT$", "w", stdout));
    if (!hasErrors)
        static_cast<void>(std::freopen("CONOUT$", "w", stderr));
}

void writeBytesAsTheyAre()
{
    for (std::FILE *const file : {stdout, stderr}) {
        if (::_fileno(file) >= 0)
            ::_setmode(::_fileno(file), _O_BINARY);
    }
}

} // namespace

ProgramStart::ProgramStart(int count, char **arguments) : m_count(count), m_arguments(arguments), m_texts(ownArguments())
{
    trustOwnFoldersOnly();
    for (std::string &text : m_texts)
        m_pointers.push_back(text.data());
    if (!m_pointers.empty()) {
        m_count = int(m_pointers.size());
        m_pointers.push_back(nullptr);
        m_arguments = m_pointers.data();
    }
    reachConsole();
    writeBytesAsTheyAre();
    m_consoleEncoding = ::GetConsoleOutputCP();
    if (m_consoleEncoding != 0)
        ::SetConsoleOutputCP(CP_UTF8);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", QByteArray("windows:darkmode=2"));   // frames follow the system, and its changes are told
}

ProgramStart::~ProgramStart()
{
    if (m_consoleEncoding != 0)
        ::SetConsoleOutputCP(m_consoleEncoding);
}

int ProgramStart::end(int exitCode)
{
    std::cout.flush();
    std::fflush(nullptr);
    if (m_consoleEncoding != 0)
        ::SetConsoleOutputCP(m_consoleEncoding);
    ::TerminateProcess(::GetCurrentProcess(), static_cast<UINT>(exitCode));
    return exitCode;
}

} // namespace platform
