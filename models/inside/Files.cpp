#include "models/inside/FileFrames.h"
#include "models/inside/Inside.h"
#include "models/inside/Ways.h"

#include <algorithm>
#include <deque>
#include <map>

namespace inside {

using base::ErrorKind;

namespace {

using Done = std::function<void(base::Result<std::vector<File>>)>;

constexpr std::size_t atOnce = 4;

/// Parts of many files while there is a shell, single files otherwise. What it holds is touched while its token delivers, or when nobody
/// waits any more.
class FilesRun final : public std::enable_shared_from_this<FilesRun>
{
public:
    FilesRun(std::shared_ptr<kube::PodStreams::Core> streams, kube::PodContainer container, std::vector<std::string> paths, base::Executor &consumer, Done done);

    void start(base::JobToken token);
    void stop() { m_work.clear(); }

private:
    using Heard = std::function<void(FilesRun &, const base::Result<kube::CommandResult> &)>;
    void next();
    void readPart(std::vector<std::string> part);
    void readSingle(const std::string &path, std::size_t way);
    void heardPart(const FileFrames &frames, const base::Result<kube::CommandResult> &result);
    void halve(const std::vector<std::string> &paths, const base::Error &error);
    void heardSingle(const std::string &path, std::size_t way, const base::Result<kube::CommandResult> &result);
    void run(const std::string &key, std::vector<std::string> command, Heard heard);
    void keep(File file) { m_files.insert_or_assign(file.path, std::move(file)); }
    void singly(const std::vector<std::string> &paths) { m_singles.insert(m_singles.end(), paths.begin(), paths.end()); }
    void finish();
    void fail(const base::Error &error);

    std::shared_ptr<kube::PodStreams::Core> m_streams;
    kube::PodContainer m_container;
    std::vector<std::string> m_paths;
    base::Executor &m_consumer;
    Done m_done;
    std::deque<std::vector<std::string>> m_parts;   ///< to be read together
    std::deque<std::string> m_singles;              ///< to be read alone
    std::map<std::string, File> m_files;            ///< that were read
    bool m_hasShell = true;
    std::size_t m_firstWay = 0;                     ///< the ways before it are not there
    std::optional<base::JobToken> m_token;
    std::map<std::string, base::Job> m_work;        ///< by the first path
};

FilesRun::FilesRun(std::shared_ptr<kube::PodStreams::Core> streams, kube::PodContainer container, std::vector<std::string> paths, base::Executor &consumer, Done done)
    : m_streams(std::move(streams)), m_container(std::move(container)), m_paths(std::move(paths)), m_consumer(consumer), m_done(std::move(done))
{
    std::vector<std::string> good;
    for (const std::string &path : m_paths) {
        if (path.starts_with('/'))
            good.push_back(path);
        else
            keep({path, base::makeError(ErrorKind::Misuse, "the path is not absolute")});
    }
    std::ranges::sort(good);
    good.erase(std::unique(good.begin(), good.end()), good.end());
    for (auto &part : inParts(good))
        m_parts.push_back(std::move(part));
}

void FilesRun::start(base::JobToken token)
{
    m_token.emplace(std::move(token));
    if (!m_parts.empty()) {
        m_token->deliver([this] { next(); });
        return;
    }
    m_consumer.post([self = shared_from_this()] { self->finish(); });
}

void FilesRun::run(const std::string &key, std::vector<std::string> command, Heard heard)
{
    kube::ExecWish wish;
    wish.target = m_container;
    wish.command = std::move(command);
    m_work[key] = kube::runCommand(m_streams, std::move(wish), {}, m_consumer, [weak = weak_from_this(), key, heard = std::move(heard)](const base::Result<kube::CommandResult> &result) {
        const auto self = weak.lock();
        if (!self)
            return;
        self->m_token->deliver([&] {
            self->m_work.erase(key);
            heard(*self, result);
        });
    });
}

void FilesRun::next()
{
    if (!m_hasShell) {
        for (const auto &part : m_parts)
            singly(part);
        m_parts.clear();
    }
    if (!m_parts.empty() && m_work.empty()) {
        readPart(std::move(m_parts.front()));
        return m_parts.pop_front();
    }
    while (m_parts.empty() && !m_singles.empty() && m_work.size() < atOnce) {
        readSingle(m_singles.front(), m_firstWay);
        m_singles.pop_front();
    }
    if (m_work.empty())
        finish();
}

void FilesRun::readPart(std::vector<std::string> part)
{
    const FileFrames frames(std::move(part), newMark());
    run(frames.paths().front(), frames.command(), [frames](FilesRun &self, const base::Result<kube::CommandResult> &result) { self.heardPart(frames, result); });
}

void FilesRun::heardPart(const FileFrames &frames, const base::Result<kube::CommandResult> &result)
{
    const bool isMissing = isToolMissing(result);
    if (!result && result.error().kind == ErrorKind::TooLarge)
        return halve(frames.paths(), result.error());
    if (!result && !isMissing)
        return fail(result.error());
    const auto files = isMissing ? base::Result<std::optional<std::vector<File>>>(std::nullopt) : frames.read(*result);
    if (!files)
        return fail(files.error());
    m_hasShell = files->has_value();
    if (*files)
        std::ranges::for_each(**files, [this](const File &file) { keep(file); });
    else
        singly(frames.paths());
    next();
}

/// One of them is too large.
void FilesRun::halve(const std::vector<std::string> &paths, const base::Error &error)
{
    const auto middle = paths.begin() + static_cast<std::ptrdiff_t>(paths.size() / 2);
    if (paths.size() == 1) {
        keep({paths.front(), error});
    } else {
        m_parts.emplace_front(middle, paths.end());
        m_parts.emplace_front(paths.begin(), middle);
    }
    next();
}

void FilesRun::readSingle(const std::string &path, std::size_t way)
{
    run(path, fileWays(path)[way], [path, way](FilesRun &self, const base::Result<kube::CommandResult> &result) { self.heardSingle(path, way, result); });
}

void FilesRun::heardSingle(const std::string &path, std::size_t way, const base::Result<kube::CommandResult> &result)
{
    if (isToolMissing(result)) {
        m_firstWay = std::max(m_firstWay, way + 1);
        if (const auto ways = fileWays(path); m_firstWay == ways.size())
            return fail(nothingToReadWith(ways));
        return readSingle(path, m_firstWay);
    }
    if (!result && result.error().kind != ErrorKind::TooLarge && result.error().kind != ErrorKind::Timeout)
        return fail(result.error());
    keep({path, result ? contentOf(result->output, result->errors, result->exitCode) : base::Result<std::string>(result.error())});
    next();
}

void FilesRun::fail(const base::Error &error)
{
    m_work.clear();
    m_token->finish([&] { m_done(error); });
}

void FilesRun::finish()
{
    std::vector<File> files;
    for (const std::string &path : m_paths)
        files.push_back(m_files.at(path));
    m_token->finish([&] { m_done(std::move(files)); });
}

} // namespace

base::Job readFiles(const kube::PodStreams &streams, kube::PodContainer container, std::vector<std::string> paths, base::Executor &consumer, Done done)
{
    const auto run = std::make_shared<FilesRun>(streams.core(), std::move(container), std::move(paths), consumer, std::move(done));
    auto [job, token] = base::Job::make([run] { run->stop(); });
    run->start(std::move(token));
    return std::move(job);
}

} // namespace inside
