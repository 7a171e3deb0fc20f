// A large object as YAML: from its arrival to the end of the paint that shows its first lines, and the longest turn of the GUI thread until
// all of it is there and then folded, beside the floor: setPlainText() of the same text. bench_yaml [KIB]; 1024 when not given.
// Exit code 1 when a bar is missed.

#include "models/detail/YamlPage.h"
#include "tests/widgets/detail/Watched.h"
#include "widgets/base/Theme.h"
#include "widgets/detail/LazyText.h"
#include "widgets/detail/YamlTab.h"
#include "widgets/detail/YamlView.h"

#include <QApplication>
#include <QBasicTimer>
#include <QTest>

#include <algorithm>
#include <cstdio>

namespace {

using Clock = std::chrono::steady_clock;

constexpr double OpenBar = 50;
constexpr double TurnBar = 16.7;
constexpr int Runs = 5;

double since(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

/// How long something that is due every moment had to wait at most.
class Turns final : public QObject
{
public:
    void start()
    {
        m_longest = 0;
        m_last = Clock::now();
        m_timer.start(0, this);
    }
    double longest() const { return m_longest; }

protected:
    void timerEvent(QTimerEvent *) override
    {
        m_longest = std::max(m_longest, since(m_last));
        m_last = Clock::now();
    }

private:
    QBasicTimer m_timer;
    Clock::time_point m_last;
    double m_longest = 0;
};

std::string objectOf(std::size_t bytes)
{
    std::string items;
    for (int i = 0; items.size() < bytes; ++i) {
        items += (i == 0 ? R"({"name":"item-)" : R"(,{"name":"item-)") + std::to_string(i)
            + R"(","image":"registry.example.com/team/application:1.2.3","ports":[{"containerPort":8080,"protocol":"TCP"}],"labels":{"app":"web","tier":"front"}})";
    }
    return Watched::pod("5", R"(},"items":[)" + items + R"(],"more":{"x":"y")");
}

struct Figures { double open = 0, turn = 0, fold = 0, foldTurn = 0, folded = 0, floor = 0; };

/// Without the pauses of ten milliseconds that QTest makes between two looks, which would count as turns.
void runUntilSettled(const detail::YamlTab &tab)
{
    for (const Clock::time_point begin = Clock::now(); !tab.isSettled() && since(begin) < 60'000;)
        QCoreApplication::processEvents();
}

Figures run(const std::string &object)
{
    Watched watched;
    detail::YamlTab tab(watched.object());
    auto *view = tab.findChild<detail::YamlView *>();
    tab.resize(1200, 800);
    tab.show();
    watched.makeLive("pods", {});
    QCoreApplication::processEvents();
    Figures figures;
    Clock::time_point begin;
    QObject::connect(watched.object().get(), &detail::WatchedObject::changed, &tab, [&] { begin = Clock::now(); });
    bool isOpen = false;
    QObject::connect(&view->text(), &detail::LazyText::filled, &tab, [&] {
        if (!isOpen) {
            view->viewport()->repaint();
            figures.open = since(begin);
        }
        isOpen = true;
    });
    watched.say("pods", "ADDED", object);
    Turns turns;
    turns.start();
    runUntilSettled(tab);
    figures.turn = turns.longest();
    turns.start();
    begin = Clock::now();
    view->foldAll();
    view->viewport()->repaint();
    figures.fold = since(begin);
    runUntilSettled(tab);
    figures.folded = since(begin);
    figures.foldTurn = turns.longest();
    QPlainTextEdit plain;
    plain.resize(1200, 800);
    plain.show();
    const QString text = QString::fromStdString(view->page()->shown);
    begin = Clock::now();
    plain.setPlainText(text);
    plain.viewport()->repaint();
    figures.floor = since(begin);
    return figures;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    base::Theme::instance().apply(base::ThemeChoice::Light);
    const std::size_t kib = argc > 1 ? std::stoul(argv[1]) : 1024;
    const std::string object = objectOf(kib * 1024);
    std::vector<double> open, turn, fold, foldTurn, folded, floor;
    for (int i = 0; i < Runs; ++i) {
        const Figures figures = run(object);
        open.push_back(figures.open);
        turn.push_back(figures.turn);
        fold.push_back(figures.fold);
        foldTurn.push_back(figures.foldTurn);
        folded.push_back(figures.folded);
        floor.push_back(figures.floor);
    }
    std::printf("%zu KiB object: first lines painted after %.1f ms (bar %.0f), longest turn %.1f ms (bar %.1f); folded on screen in %.1f ms, longest turn %.1f ms (bar %.1f), "
                "all folded in %.1f ms; setPlainText of it %.1f ms, ratio of turns %.2f\n",
                kib, median(open), OpenBar, median(turn), TurnBar, median(fold), median(foldTurn), TurnBar, median(folded), median(floor), median(turn) / median(floor));
    return median(open) <= OpenBar && std::max({median(turn), median(fold), median(foldTurn)}) <= TurnBar ? 0 : 1;
}
