// The live table in front of a server with many pods, all bytes over a socket through the real Reflector and Store: painting and
// paging against the cheapest grid there can be, keystrokes in the filter and clicks on a header until they are painted, and frames
// while 10 000 rows change a second. All of it once more with a column of a person's own and in groups, and with the columns about
// access, either of which may cost 1.3 times as much.
// bench_table [ROWS]; 50 000 (100 000 for filter and header) when not given. Exit code 1 when a bar is missed.

#include "tests/bench/LiveTable.h"
#include "tests/bench/OwnGrid.h"
#include "models/base/EventLoopExecutor.h"
#include "models/tables/UserColumnReader.h"
#include "widgets/rights/RightsWords.h"
#include "widgets/table/GridView.h"

#include <QApplication>
#include <QEventLoop>
#include <QMouseEvent>
#include <QScrollBar>
#include <QTimer>

#include <array>
#include <chrono>
#include <cstdio>
#include <functional>
#include <thread>

namespace {

using namespace bench;
using Clock = std::chrono::steady_clock;

constexpr int Width = 1920;
constexpr int Height = 43 * OwnGrid::RowHeight;
constexpr double PaintBar = 2.5;
constexpr double KeystrokeBar = 2 * 16.7;
constexpr double FrameBar = 16;
constexpr std::size_t UpdatesPerSecond = 10'000;

/// What the table is asked to do beside its bars, and how much more that may cost.
enum class Extras { None, UserColumnAndGroups, AccessColumns };

double shareOf(Extras extras) { return extras == Extras::None ? 1 : 1.3; }

const char *nameOf(Extras extras)
{
    static constexpr std::array names{"", ", with a user column and groups", ", with the columns about access"};
    return names[static_cast<std::size_t>(extras)];
}

/// The columns about access of pods, of facts that are worked out anew each second.
class AccessCells final : public tables::AddedCells
{
public:
    AccessCells()
    {
        for (const auto &[name, fact] : Columns)
            m_columns.push_back({name, name, true, false, rights::wordsOf(fact)});
        m_timer.setInterval(1000);
        connect(&m_timer, &QTimer::timeout, this, &AddedCells::changed);
    }
    void workOut(const kube::Store &store)
    {
        for (const auto &[name, fact] : Columns)
            m_facts.told.set(static_cast<std::size_t>(fact));
        for (kube::RowId row = 0; row < store.end(); ++row) {
            if (!store.contains(row))
                continue;
            rbac::PodFacts facts;
            facts.mountsToken = m_facts.pods.size() % 3 != 0;
            m_facts.pods.emplace(store.key(row), std::move(facts));
        }
        m_timer.start();
    }
    const std::vector<tables::AddedColumn> &columns() const override { return m_columns; }
    void want(const std::vector<char> &) override { }
    void read(std::string_view key, std::vector<std::string> &texts) const override
    {
        for (std::size_t i = 0; i < Columns.size(); ++i)
            texts.push_back(rights::textOf(&m_facts, {Columns[i].second, "pods", key}, m_columns[i].words));
    }
    std::string explain(const tables::ListedRow &, std::size_t) const override { return {}; }

private:
    static constexpr std::array<std::pair<const char *, rbac::Fact>, 2> Columns{{{"Token", rbac::Fact::PodToken}, {"Risk", rbac::Fact::PodRisk}}};

    std::vector<tables::AddedColumn> m_columns;
    rbac::AccessFacts m_facts;
    QTimer m_timer;
};

double millisecondsOf(const std::function<void()> &work)
{
    const auto begin = Clock::now();
    work();
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

double at(std::vector<double> times, double share)
{
    std::sort(times.begin(), times.end());
    return times[std::min(times.size() - 1, static_cast<std::size_t>(double(times.size()) * share))];
}

bool say(bool isMet, const char *bar)
{
    std::printf("  bar %s: %s\n", bar, isMet ? "met" : "MISSED");
    std::fflush(stdout);
    return isMet;
}

/// Lets events be delivered for that long.
void spin(int milliseconds)
{
    QEventLoop loop;
    QTimer::singleShot(milliseconds, &loop, &QEventLoop::quit);
    loop.exec();
}

/// A table of that many pods, complete and on screen.
class Screen
{
public:
    Screen(support::Script script, Extras extras) : m_script(std::move(script)), m_extras(extras)
    {
        m_server.answer(fault::podsPath + "?watch=1", std::move(m_script));
        m_client.emplace(m_server.url());
        fault::LivePods::Wish wish;
        wish.format = kube::ItemFormat::Protobuf;
        wish.streaming = fault::Streaming::Yes;
        m_live.emplace(*m_client, wish);
        m_model.emplace(m_live->rows(), fault::podType(), true);
        if (m_extras == Extras::AccessColumns)
            m_model->setAdded({&m_access});
        for (int column = 0; column < m_model->columnCount(); ++column)
            m_model->setColumnShown(column, true);
        if (m_extras == Extras::UserColumnAndGroups) {
            m_model->setUserColumns({{"Container", ".spec.containers[0].name"}});
            m_model->setGroupColumn(m_model->source().columnNamed("Namespace"));
            m_reader.emplace(*m_model, m_executor, [] {});
        }
        m_view.emplace(*m_model);
        m_view->resize(Width, Height + base::Theme::HeaderHeight);
        m_view->show();
    }

    void waitFor(std::size_t rows)
    {
        while (!m_live->isLive() || m_live->rows().size() < rows) {
            take();
            if (!m_live->errors().empty())
                fail(m_live->describe());
            spin(5);
        }
        while (m_reader && m_reader->isReading())
            spin(5);
        if (m_extras == Extras::AccessColumns) {
            m_access.workOut(m_live->rows());
            std::printf("reading the columns about access of %zu rows: %.1f ms at once\n", rows, millisecondsOf([this] { Q_EMIT m_access.changed(); }));
            spin(500);
        }
        m_view->resize(Width, Height + base::Theme::HeaderHeight + 1);
        m_view->resize(Width, Height + base::Theme::HeaderHeight);
        paint();
    }
    kube::Delta take()
    {
        kube::Delta delta = m_live->pump();
        m_model->apply(delta);
        if (m_reader)
            m_reader->read(delta);
        return delta;
    }
    void paint() { m_view->viewport()->repaint(); }

    support::FaultServer &server() { return m_server; }
    const kube::Store &store() const { return m_live->rows(); }
    tables::TableModel &model() { return *m_model; }
    table::GridView &view() { return *m_view; }
    [[noreturn]] static void fail(const std::string &why)
    {
        std::fprintf(stderr, "%s\n", why.c_str());
        std::_Exit(2);
    }

private:
    support::FaultServer m_server;
    support::Script m_script;
    Extras m_extras;
    base::EventLoopExecutor m_executor;
    std::optional<fault::Client> m_client;
    std::optional<fault::LivePods> m_live;
    AccessCells m_access;
    std::optional<tables::TableModel> m_model;
    std::optional<tables::UserColumnReader> m_reader;
    std::optional<table::GridView> m_view;
};

OwnGrid::Texts textsOf(const table::GridView &view, std::vector<int> &widths)
{
    for (const int column : view.header().shownColumns())
        widths.push_back(view.header().sectionSize(column));
    OwnGrid::Texts texts;
    for (int row = 0; row < view.model().rowCount(); ++row) {
        texts.emplace_back();
        for (const int column : view.header().shownColumns())
            texts.back().push_back(QString::fromStdString(view.model().text(row, column)));
    }
    return texts;
}

struct Painted { double full, page; };

bool measurePainting(std::size_t rows, Extras extras)
{
    const PodMould mould;
    Screen screen(listOf(mould, rows).hold(), extras);
    screen.waitFor(rows);
    Filled floor;
    std::vector<int> widths;
    OwnGrid::Texts texts = textsOf(screen.view(), widths);
    OwnGrid own(std::move(texts), std::move(widths), base::Theme::instance().tableFont());
    for (QWidget *widget : {static_cast<QWidget *>(&floor), static_cast<QWidget *>(&own)}) {
        widget->resize(Width, Height);
        widget->show();
    }
    spin(100);
    constexpr int repaints = 40;
    const int pages = std::clamp(static_cast<int>(rows) / 43 - 1, 1, 40);
    std::vector<double> floors, ownFull, ownPage, ourFull, ourPage;
    int page = 0;
    const auto each = [](int times, const std::function<void()> &work) {
        return millisecondsOf([&] { for (int i = 0; i < times; ++i) work(); }) / times;
    };
    for (int round = 0; round < 5; ++round) {
        floors.push_back(each(repaints, [&] { floor.repaint(); }));
        own.scrollTo(0);
        own.repaint();
        ownFull.push_back(each(repaints, [&] { own.repaint(); }));
        // Each round pages through rows that were never on screen before.
        const int first = page;
        ownPage.push_back(each(pages, [&] { own.scrollTo(++page * 43 % std::max(1, own.rows() - 43)); own.repaint(); }));
        screen.view().verticalScrollBar()->setValue(0);
        screen.paint();
        ourFull.push_back(each(repaints, [&] { screen.paint(); }));
        screen.view().verticalScrollBar()->setValue(first * Height % std::max(1, screen.view().verticalScrollBar()->maximum()));
        ourPage.push_back(each(pages, [&] {
            screen.view().verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
            screen.paint();
        }));
    }
    const double base = at(floors, 0.5);
    const Painted limit{at(ownFull, 0.5), at(ownPage, 0.5)}, ours{at(ourFull, 0.5), at(ourPage, 0.5)};
    // limits.md 4.2: the own grid took 2.3 ms where filling took 0.7 (xcb), and 1.3 where it took 0.1 (offscreen).
    const double known = QGuiApplication::platformName() == QLatin1String("xcb") ? 2.3 / 0.7 : 1.3 / 0.1;
    const bool counts = limit.full / base <= 1.5 * known;
    std::printf("painting %zu rows x %d columns%s, %s: fill %.2f ms, limit %.2f ms, page %.2f ms (%.1fx its floor: %s); ours %.2f ms, page %.2f ms: %.2fx, %.2fx\n",
                rows, int(screen.view().header().shownColumns().size()), nameOf(extras), qPrintable(QGuiApplication::platformName()), base, limit.full, limit.page,
                limit.full / base, counts ? "counts" : "TOO SLOW TO COUNT", ours.full, ours.page, ours.full / limit.full, ours.page / limit.page);
    return say(counts && ours.full / limit.full <= PaintBar * shareOf(extras) && ours.page / limit.page <= PaintBar * shareOf(extras), extras == Extras::None ? "2.5x" : "2.5x 1.3");
}

void click(table::GridHeader &header, int column)
{
    const QPointF place(header.sectionViewportPosition(column) + 20, 10);
    for (const QEvent::Type type : {QEvent::MouseButtonPress, QEvent::MouseButtonRelease}) {
        QMouseEvent event(type, place, header.viewport()->mapToGlobal(place), Qt::LeftButton,
                          type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton, Qt::NoModifier);
        QCoreApplication::sendEvent(header.viewport(), &event);
    }
}

/// Five times each, the median; the worst of them counts.
double worstOf(Screen &screen, const std::vector<std::pair<std::string, std::function<void()>>> &deeds, const std::function<void()> &before)
{
    double worst = 0;
    for (const auto &[name, deed] : deeds) {
        std::vector<double> times;
        for (int round = 0; round < 5; ++round) {
            before();
            times.push_back(millisecondsOf([&] {
                deed();
                screen.paint();
            }));
        }
        const double median = at(times, 0.5);
        std::printf("  %-28s %5.1f ms, %d rows\n", name.c_str(), median, screen.model().rowCount());
        worst = std::max(worst, median);
    }
    return worst;
}

bool measureFilterAndHeader(std::size_t rows, Extras extras)
{
    const PodMould mould;
    Screen screen(listOf(mould, rows).hold(), extras);
    screen.waitFor(rows);
    const auto filter = [&](const char *text) {
        return [&screen, text] {
            if (!screen.model().setFilter(text))
                Screen::fail(text);
        };
    };
    std::printf("keystrokes at %zu rows%s, to painted:\n", rows, nameOf(extras));
    std::vector<std::pair<std::string, std::function<void()>>> keys;
    for (const char *text : {"w", "4", "0000", "team-17", "zzz", "!web", "node:node-3", "/00[1-3]7$/", "team running", "age:1d", "3"})
        keys.emplace_back(text, filter(text));
    double worst = worstOf(screen, keys, filter(""));
    worst = std::max(worst, worstOf(screen, {{"cleared", filter("")}}, filter("team-17")));
    worst = std::max(worst, worstOf(screen, {{"narrowed from 0 to 00", filter("00")}}, filter("0")));
    filter("")();
    std::printf("header clicks at %zu rows%s, to painted:\n", rows, nameOf(extras));
    std::vector<std::pair<std::string, std::function<void()>>> clicks;
    for (const int column : screen.view().header().shownColumns())
        clicks.emplace_back(screen.model().columns()[std::size_t(column)].name, [&screen, column] { click(screen.view().header(), column); });
    const double worstClick = worstOf(screen, clicks, [] {});
    std::printf("worst keystroke %.1f ms, worst header click %.1f ms\n", worst, worstClick);
    return say(std::max(worst, worstClick) <= KeystrokeBar * shareOf(extras), extras == Extras::None ? "33.4 ms (two frames)" : "33.4 ms 1.3");
}

/// What changes: every batch of events behind a gate that is opened when its time has come.
struct Updates
{
    static constexpr std::size_t Batch = 100;
    std::size_t batches;
    std::vector<std::size_t> lastVersion;       ///< by pod
};

Updates addUpdates(support::Script &script, const PodMould &mould, std::size_t pods, std::size_t updates)
{
    Updates made{updates / Updates::Batch, std::vector<std::size_t>(pods, 0)};
    std::size_t version = 0;
    for (std::size_t batch = 0; batch < made.batches; ++batch) {
        std::string bytes;
        for (std::size_t i = 0; i < Updates::Batch; ++i) {
            ++version;
            const std::size_t pod = version * 7919 % pods;
            bytes += framed("MODIFIED", mould.pod(pod, version, 1024 + version * 31 % 7000));
            made.lastVersion[pod] = version;
        }
        script.gate("batch " + std::to_string(batch)).send(std::move(bytes));
    }
    return made;
}

bool isComplete(const kube::Store &store, const Updates &updates)
{
    std::size_t wrong = store.size() == updates.lastVersion.size() ? 0 : 1;
    for (kube::RowId row = 0; row < store.end(); ++row) {
        const std::string digits(store.name(row).substr(store.name(row).size() - 8));
        wrong += store.resourceVersion(row) != PodMould::versionText(updates.lastVersion[std::stoul(digits)]) ? 1 : 0;
    }
    return wrong == 0;
}

bool isSorted(const tables::TableModel &model)
{
    const int restarts = int(*model.source().columnNamed("Restarts"));
    for (int row = 1; row < model.rowCount(); ++row)
        if (!model.isGroup(row - 1) && !model.isGroup(row) && model.cell(row - 1, restarts).number < model.cell(row, restarts).number)
            return false;
    return true;
}

bool measureUpdates(std::size_t rows, std::size_t seconds, Extras extras)
{
    const PodMould mould;
    support::Script script = listOf(mould, rows);
    const Updates updates = addUpdates(script, mould, rows, std::max<std::size_t>(rows < 1000 ? 200 : 0, seconds * UpdatesPerSecond));
    Screen screen(std::move(script.hold()), extras);
    screen.waitFor(rows);
    screen.model().sort(int(*screen.model().source().columnNamed("Restarts")), Qt::DescendingOrder);
    std::vector<double> frames;
    std::size_t changed = 0;
    QTimer frame;
    frame.setTimerType(Qt::PreciseTimer);
    frame.setInterval(16);
    const Clock::time_point deadline = Clock::now() + std::chrono::seconds(seconds + 20);
    const std::size_t wanted = updates.batches * Updates::Batch;
    QObject::connect(&frame, &QTimer::timeout, [&] {
        frames.push_back(millisecondsOf([&] {
            changed += screen.take().changed.size();
            screen.paint();
        }));
        if (Clock::now() > deadline || (changed >= wanted / 2 && isComplete(screen.store(), updates)))
            QCoreApplication::quit();
    });
    std::thread sender([&] {
        const auto begin = Clock::now();
        for (std::size_t batch = 0; batch < updates.batches; ++batch) {
            std::this_thread::sleep_until(begin + std::chrono::microseconds(batch * Updates::Batch * 1'000'000 / UpdatesPerSecond));
            screen.server().open("batch " + std::to_string(batch));
        }
    });
    const auto begin = Clock::now();
    frame.start();
    QCoreApplication::exec();
    const double took = std::chrono::duration<double>(Clock::now() - begin).count();
    sender.join();
    const bool complete = isComplete(screen.store(), updates) && isSorted(screen.model());
    std::printf("%zu updates over %.1f s on %zu rows sorted by a changing column%s: %zu row changes in %zu frames; frame median %.1f ms, p99 %.1f ms, longest %.1f ms; %s\n",
                wanted, took, rows, nameOf(extras), changed, frames.size(), at(frames, 0.5), at(frames, 0.99), at(frames, 1), complete ? "nothing lost" : "ROWS LOST");
    const bool inTime = took < double(seconds) * 1.2 + 1;
    return say(complete && inTime && at(frames, 0.99) <= FrameBar * shareOf(extras), extras == Extras::None ? "p99 16 ms, nothing lost" : "p99 16 ms 1.3, nothing lost");
}

} // namespace

int main(int argc, char **argv)
{
    const std::size_t given = argc > 1 ? std::strtoul(argv[1], nullptr, 10) : 0;
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    base::Theme::instance().apply(base::ThemeChoice::Light);
    bool met = true;
    for (const Extras extras : {Extras::None, Extras::UserColumnAndGroups, Extras::AccessColumns}) {
        met &= measurePainting(given ? given : 50'000, extras);
        met &= measureFilterAndHeader(given ? given : 100'000, extras);
        met &= measureUpdates(given ? given : 50'000, given ? 0 : 10, extras);
    }
    return met ? 0 : 1;
}
