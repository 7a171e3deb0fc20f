#include "models/settings/SettingsFile.h"

#include "models/platform/DurableFile.h"
#include "models/platform/Paths.h"
#include "models/platform/ProcessLock.h"

namespace settings {

namespace {

constexpr int MostBrokenKept = 9;

bool isBroken(const base::Error &error)
{
    return error.kind == base::ErrorKind::BadInput || error.kind == base::ErrorKind::TooLarge;
}

} // namespace

SettingsFile::SettingsFile(const std::string &folder, platform::FileCalls &calls)
    : m_calls(calls)
    , m_folder(folder)
    , m_path(platform::joinPath(folder, "settings.json"))
{
}

base::Result<Document> SettingsFile::readDocument() const
{
    auto bytes = m_calls.read(m_path, Document::MostBytes);
    if (!bytes && bytes.error().kind == base::ErrorKind::NotFound)
        return Document();
    if (!bytes)
        return std::move(bytes).error();
    return Document::parse(*bytes);
}

/// Under the first free number; the last one is replaced when all are taken.
base::Result<std::string> SettingsFile::setAside() const
{
    std::string aside;
    for (int i = 1; i <= MostBrokenKept; ++i) {
        aside = m_path + ".broken-" + std::to_string(i);
        if (!m_calls.state(aside))
            break;
    }
    auto moved = m_calls.rename(m_path, aside);
    if (!moved)
        return std::move(moved).error();
    return aside;
}

FileContent SettingsFile::read() const
{
    auto document = readDocument();
    if (!document && isBroken(document.error())) {
        const auto turn = platform::ProcessLock::tryLock(m_path + ".lock"); // another program may be mending it
        document = readDocument();
    }
    if (document)
        return {std::move(*document), {}};
    if (!isBroken(document.error()))
        return {{}, Trouble{Trouble::Kind::NotRead, m_path, document.error().message}};
    const auto aside = setAside();
    if (!aside)
        return {{}, Trouble{Trouble::Kind::NotRead, m_path, document.error().message}};
    return {{}, Trouble{Trouble::Kind::Broken, *aside, document.error().message}};
}

base::Result<void> SettingsFile::write(const Changes &changes) const
{
    if (auto made = platform::makePrivateFolder(m_folder); !made)
        return made;
    const auto turn = platform::ProcessLock::lock(m_path + ".lock");
    if (!turn)
        return turn.error();
    auto document = readDocument();
    if (!document && !isBroken(document.error()))
        return std::move(document).error();
    if (!document) {
        if (auto aside = setAside(); !aside)
            return std::move(aside).error();
    }
    return replace(document ? std::move(*document) : Document(), changes);
}

base::Result<void> SettingsFile::replace(Document document, const Changes &changes) const
{
    for (const auto &[place, value] : changes)
        document.set(place.first, place.second, value);
    const std::string bytes = document.write();
    if (bytes.size() > Document::MostBytes)
        return base::makeError(base::ErrorKind::TooLarge, "the settings would be larger than 1 MiB");
    return platform::writeDurably(m_path, bytes, {}, m_calls);
}

} // namespace settings
