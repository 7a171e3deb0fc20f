// A page of 12 charts with 6 lines of 1440 values: from new values to all of it painted, beside the same page whose charts give every value to
// QtCharts, and beside a page of QtCharts' own views. bench_charts [VALUES]; 1440 when not given. Exit code 1 when a bar is missed.

#include "widgets/base/Theme.h"
#include "widgets/charts/ChartGrid.h"
#include "widgets/charts/ChartView.h"

#include <QApplication>
#include <QDateTime>
#include <QtCharts/QChartView>
#include <QtCharts/QDateTimeAxis>
#include <QtCharts/QLineSeries>
#include <QtCharts/QValueAxis>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <random>

namespace {

using Clock = std::chrono::steady_clock;

constexpr double PageBar = 0.65;
constexpr double TurnBar = 16;
constexpr int Charts = 12;
constexpr int Lines = 6;
constexpr int Runs = 5;
const QSize pageSize(1440, 1000);
const base::SystemTime begin{std::chrono::seconds(1'790'000'000)};
constexpr auto Step = std::chrono::seconds(60);

double since(Clock::time_point start) { return std::chrono::duration<double, std::milli>(Clock::now() - start).count(); }

double processorTime()
{
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) * 1e3 + static_cast<double>(time.tv_nsec) / 1e6;
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

/// Processor use as it really looks: a slow wave with noise on it.
std::shared_ptr<const charts::Chart> chartOf(int number, int values, int run)
{
    std::mt19937 random(static_cast<unsigned>(number * 100 + run));
    charts::Chart chart{charts::Unit::Cores, {begin, begin + (values - 1) * Step}, Step, {}};
    for (int line = 0; line < Lines; ++line) {
        chart.lines.push_back({"pod-" + std::to_string(line), {}});
        for (int i = 0; i < values; ++i) {
            const double wave = 0.3 + 0.1 * line + 0.08 * std::sin(i / 60.0 + line), noise = static_cast<double>(random() % 1000) / 8000;
            chart.lines.back().points.push_back({begin + i * Step, wave + noise});
        }
    }
    return std::make_shared<const charts::Chart>(std::move(chart));
}

struct Figures { double wall = 0, processor = 0, turn = 0; };

/// Turns the event loop until it is done, and measures each turn.
template<typename Start, typename Done>
Figures measure(Start start, Done done)
{
    Figures figures;
    const auto wall = Clock::now();
    const double processor = processorTime();
    auto turn = Clock::now();
    start();
    figures.turn = since(turn);
    while (!done()) {
        turn = Clock::now();
        QCoreApplication::processEvents();
        figures.turn = std::max(figures.turn, since(turn));
    }
    QCoreApplication::processEvents();
    figures.wall = since(wall);
    figures.processor = processorTime() - processor;
    return figures;
}

using Page = std::vector<std::shared_ptr<const charts::Chart>>;

Page pageOf(int values, int run)
{
    Page page;
    for (int i = 0; i < Charts; ++i)
        page.push_back(chartOf(i, values, run));
    return page;
}

/// Our page: reduced, or with every value given to QtCharts.
class OurPage
{
public:
    explicit OurPage(bool everything)
    {
        std::vector<charts::ChartView *> views;
        for (int i = 0; i < Charts; ++i) {
            views.push_back(new charts::ChartView(m_group, QStringLiteral("Chart %1").arg(i), m_grid.board()));
            views.back()->drawEverything(everything);
        }
        m_grid.resize(pageSize);
        m_grid.setCharts(std::move(views));
    }

    void show() { m_grid.show(); }
    void hide() { m_grid.hide(); }
    QSize chartSize() const { return m_grid.charts().front()->size(); }

    Figures run(const Page &page)
    {
        const auto areDrawn = [this] { return std::ranges::all_of(m_grid.charts(), &charts::ChartView::isDrawn) && !m_group.isDrawing(); };
        return measure([&] {
            for (int i = 0; i < Charts; ++i)
                m_grid.charts()[static_cast<std::size_t>(i)]->showChart(page[static_cast<std::size_t>(i)]);
        }, areDrawn);
    }

private:
    charts::ChartGroup m_group;
    charts::ChartGrid m_grid;
};

/// The same on a QChartView for each chart, with the axes and the legend of QtCharts, set in one go.
class PlainPage
{
public:
    explicit PlainPage(const QSize &chartSize)
    {
        m_board.resize(pageSize);
        for (int i = 0; i < Charts; ++i) {
            auto *chart = new QChart;
            chart->setTitle(QStringLiteral("Chart %1").arg(i));
            auto *time = new QDateTimeAxis;
            time->setFormat(QStringLiteral("HH:mm"));
            auto *value = new QValueAxis;
            chart->addAxis(time, Qt::AlignBottom);
            chart->addAxis(value, Qt::AlignLeft);
            for (int line = 0; line < Lines; ++line) {
                auto *series = new QLineSeries;
                series->setName(QStringLiteral("pod-%1").arg(line));
                chart->addSeries(series);
                series->attachAxis(time);
                series->attachAxis(value);
            }
            auto *view = new QChartView(chart, &m_board);
            view->setRenderHint(QPainter::Antialiasing);
            view->setGeometry(QRect(QPoint(i % 3 * (chartSize.width() + 12), i / 3 * (chartSize.height() + 12)), chartSize));
            m_views.push_back(view);
        }
    }

    void show() { m_board.show(); }
    void hide() { m_board.hide(); }

    Figures run(const Page &page)
    {
        return measure([&] {
            for (int i = 0; i < Charts; ++i)
                set(*m_views[static_cast<std::size_t>(i)]->chart(), *page[static_cast<std::size_t>(i)]);
            for (QChartView *view : m_views)
                view->viewport()->repaint();
        }, [] { return true; });
    }

private:
    static double milliseconds(base::SystemTime time) { return static_cast<double>(std::chrono::duration_cast<std::chrono::milliseconds>(time.time_since_epoch()).count()); }

    static void set(QChart &chart, const charts::Chart &values)
    {
        for (int line = 0; line < Lines; ++line) {
            QList<QPointF> points;
            for (const charts::Point &point : values.lines[static_cast<std::size_t>(line)].points)
                points.append(QPointF(milliseconds(point.time), point.value));
            static_cast<QLineSeries *>(chart.series()[line])->replace(points);
        }
        chart.axes(Qt::Vertical).front()->setRange(0, 1.2);
        chart.axes(Qt::Horizontal).front()->setRange(QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(milliseconds(values.range.from))),
                                                     QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(milliseconds(values.range.to))));
    }

    QWidget m_board;
    std::vector<QChartView *> m_views;
};

template<typename OnePage>
Figures runShown(OnePage &page, const Page &values, const Page &warm)
{
    page.show();
    for (int i = 0; i < 50; ++i)
        QCoreApplication::processEvents();
    page.run(warm);
    const Figures figures = page.run(values);
    page.hide();
    return figures;
}

double medianOf(const std::vector<Figures> &all, double Figures::*figure)
{
    std::vector<double> values;
    for (const Figures &figures : all)
        values.push_back(figures.*figure);
    return median(std::move(values));
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("DISPLAY"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication application(argc, argv);
    base::Theme::instance().apply(base::ThemeChoice::Light);
    const int values = argc > 1 ? std::max(2, std::stoi(argv[1])) : 1440;
    OurPage reduced(false), everything(true);
    reduced.show();
    const QSize chartSize = reduced.chartSize();
    reduced.hide();
    PlainPage plain(chartSize);
    std::vector<Figures> ours, all, theirs;
    for (int run = 0; run < Runs; ++run) {
        const Page page = pageOf(values, run), warm = pageOf(values, run + Runs);
        ours.push_back(runShown(reduced, page, warm));
        all.push_back(runShown(everything, page, warm));
        theirs.push_back(runShown(plain, page, warm));
    }
    const double wall = medianOf(ours, &Figures::wall), wallAll = medianOf(all, &Figures::wall), wallTheirs = medianOf(theirs, &Figures::wall);
    const double turn = medianOf(ours, &Figures::turn), ratio = wall / wallAll;
    std::printf("%d charts of %dx%d, %d lines, %d values: page %.1f ms (processor %.1f), all values given to QtCharts %.1f ms (%.1f), QtCharts' own views %.1f ms (%.1f)\n", Charts, chartSize.width(),
                chartSize.height(), Lines, values, wall, medianOf(ours, &Figures::processor), wallAll, medianOf(all, &Figures::processor), wallTheirs, medianOf(theirs, &Figures::processor));
    std::printf("%.2fx of the same page with all values, %.2fx of QtCharts' own views (bar %.2f); longest turn %.1f ms (bar %.0f)\n", ratio, wall / wallTheirs, PageBar, turn, TurnBar);
    return ratio <= PageBar && turn <= TurnBar ? 0 : 1;
}
