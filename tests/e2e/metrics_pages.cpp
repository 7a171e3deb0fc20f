// Tells what the window shows of figures, for drivers that compare it with what servers say: metrics_pages FOLDER CONTEXT ADDRESS...
// FOLDER holds kubeconfigs; an ADDRESS is a table ("pods"), a page or tab of charts ("metrics", "pods/team-a/web-0#metrics:range:5m") or one of PromQL
// ("promql#query:up"). Prints one JSON object a line: for each address what is on screen once it is settled. Ends with 1 when a page does not come to that.

#include "tests/support/WholeWindow.h"
#include "widgets/base/StateNotice.h"
#include "widgets/charts/ChartView.h"
#include "widgets/metrics/DoctorPanel.h"
#include "widgets/metrics/MetricsPane.h"
#include "widgets/promql/PromqlPage.h"
#include "widgets/promql/QueryPane.h"
#include "widgets/promql/ResultView.h"
#include "widgets/table/CellLook.h"
#include "widgets/table/TablePage.h"

#include <QApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <cmath>
#include <cstdio>

namespace {

constexpr int patience = 90'000;
constexpr const char *columns[] = {"CPU", "Memory"};

template<typename Kind>
Kind *shown(const QWidget &page)
{
    for (Kind *each : page.findChildren<Kind *>())
        if (each->isVisible())
            return each;
    return nullptr;
}

QJsonArray notices(const QWidget &page)
{
    QJsonArray out;
    for (const auto *notice : page.findChildren<base::StateNotice *>())
        if (notice->isVisible())
            out.append(notice->accessibleName() + u'\n' + notice->accessibleDescription());
    return out;
}

QJsonArray linesOf(const charts::Chart &chart)
{
    QJsonArray lines;
    for (const charts::Line &line : chart.lines) {
        if (line.points.empty() || !std::isfinite(line.points.back().value))
            continue;
        const double seconds = std::chrono::duration<double>(line.points.back().time.time_since_epoch()).count();
        lines.append(QJsonObject{{QStringLiteral("name"), QString::fromStdString(line.name)}, {QStringLiteral("time"), seconds}, {QStringLiteral("value"), line.points.back().value}, {QStringLiteral("points"), static_cast<int>(line.points.size())}});
    }
    return lines;
}

QJsonObject chartsOf(metrics::MetricsPane &pane)
{
    QJsonObject charts;
    for (std::size_t i = 0; i < pane.views().size(); ++i) {
        const charts::ChartView &view = *pane.views()[i];
        pane.explain(i);
        charts.insert(view.objectName(), QJsonObject{{QStringLiteral("lines"), view.chart() ? linesOf(*view.chart()) : QJsonArray()}, {QStringLiteral("explained"), pane.doctor().text()}, {QStringLiteral("notice"), view.hasNotice() ? view.summary() : QString()}});
    }
    return charts;
}

QJsonObject rowsOf(table::TablePage &page)
{
    QJsonObject rows;
    const tables::TableModel &model = page.model();
    for (int row = 0; row < model.rowCount(); ++row) {
        QJsonObject cells;
        for (const char *name : columns)
            if (const auto column = model.source().columnNamed(name))
                cells.insert(QString::fromLatin1(name), QJsonArray{QString::fromStdString(model.text(row, int(*column))), table::tipOf(model, row, int(*column))});
        rows.insert(QString::fromStdString(model.key(row)), cells);
    }
    return rows;
}

/// Some cell has a number, or it is said that there is none.
bool isMeasured(table::TablePage &page)
{
    const tables::TableModel &model = page.model();
    const auto column = model.source().columnNamed("CPU");
    for (int row = 0; column && row < model.rowCount(); ++row)
        if (const std::string text = model.text(row, int(*column)); text.ends_with('m') || text == "?")
            return true;
    return false;
}

bool isReady(base::Page &page)
{
    if (!page.isSettled())
        return false;
    if (auto *table = qobject_cast<table::TablePage *>(&page))
        return isMeasured(*table);
    if (const auto *promql = qobject_cast<promql::PromqlPage *>(&page))
        return !promql->apiCall().isEmpty() || !notices(page).isEmpty();
    const auto *pane = shown<metrics::MetricsPane>(page);
    return pane && (!pane->views().empty() || !notices(page).isEmpty());
}

QJsonObject told(base::Page &page)
{
    QJsonObject out{{QStringLiteral("notices"), notices(page)}};
    if (auto *table = qobject_cast<table::TablePage *>(&page))
        out.insert(QStringLiteral("rows"), rowsOf(*table));
    if (auto *promql = qobject_cast<promql::PromqlPage *>(&page); promql && promql->query().isVisible())
        out.insert(QStringLiteral("csv"), QString::fromStdString(promql->query().result().csv()));
    if (auto *pane = shown<metrics::MetricsPane>(page))
        out.insert(QStringLiteral("charts"), chartsOf(*pane));
    return out;
}

bool tell(shell::MainWindow &window, cluster::ConnectedCluster *cluster, const QString &address)
{
    const auto place = base::Address::parse(address);
    if (!place)
        return false;
    window.showCluster(cluster, *place);
    const bool isThere = QTest::qWaitFor([&] { return window.page() && isReady(*window.page()); }, patience);
    QJsonObject out = window.page() ? told(*window.page()) : QJsonObject();
    out.insert(QStringLiteral("address"), address);
    out.insert(QStringLiteral("settled"), isThere);
    std::printf("%s\n", QJsonDocument(out).toJson(QJsonDocument::Compact).constData());
    return isThere;
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    support::WholeWindow whole(arguments.value(1), {1440, 900});
    shell::MainWindow &window = whole.window();
    cluster::ConnectedCluster *cluster = whole.connectTo(arguments.value(2).toStdString(), patience);
    bool isEachTold = cluster != nullptr && arguments.size() > 3;
    for (qsizetype i = 3; cluster && i < arguments.size(); ++i)
        isEachTold = tell(window, cluster, arguments[i]) && isEachTold;
    return isEachTold ? 0 : 1;
}
