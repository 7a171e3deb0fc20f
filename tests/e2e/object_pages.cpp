// Opens pages of objects in the window and waits for what they tell first: object_pages FOLDER CONTEXT {ADDRESS TITLE}...
// FOLDER holds kubeconfigs; an ADDRESS is "pods/team-a/web-0", a TITLE that of a finding. A TITLE such as ">Name web-" is a link that begins
// so: it is followed, and the way back and forward is gone. "~words" stand somewhere on the page, as text, in a table or as a description. Says what a page tells instead, and ends with 1.

#include "tests/support/WholeWindow.h"
#include "widgets/base/Feature.h"
#include "widgets/base/Page.h"
#include "widgets/detail/LinkButton.h"
#include "widgets/shell/ClusterPane.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPlainTextEdit>
#include <QTest>

#include <algorithm>
#include <cstdio>

namespace {

constexpr int patience = 60'000;        ///< containers start when their node gets to it

QStringList titles(const QWidget &page)
{
    QStringList titles;
    for (const QWidget *notice : page.findChildren<QWidget *>(QStringLiteral("objectNotice"))) {
        if (notice->isVisible())
            titles << notice->accessibleName() + u' ' + notice->accessibleDescription();
    }
    return titles;
}

/// Row by row; of a page nobody needs more.
QStringList cells(const QAbstractItemModel &model)
{
    constexpr int most = 100;
    QStringList rows;
    for (int row = 0; row < std::min(most, model.rowCount()); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(); ++column)
            cells << model.index(row, column).data().toString();
        rows << cells.join(u' ');
    }
    return rows;
}

QStringList words(const QWidget &page)
{
    QStringList words;
    for (const QPlainTextEdit *text : page.findChildren<QPlainTextEdit *>())
        words << (text->isVisible() ? text->toPlainText() : QString());
    for (const QAbstractItemView *view : page.findChildren<QAbstractItemView *>())
        words << (view->isVisible() && view->model() ? cells(*view->model()) : QStringList());
    for (const QWidget *widget : page.findChildren<QWidget *>())
        words << (widget->isVisible() ? widget->accessibleDescription() : QString());
    words.removeAll(QString());
    return words;
}

bool says(shell::MainWindow &window, cluster::ConnectedCluster *cluster, const QString &address, const QString &wanted)
{
    window.showCluster(cluster, *base::Address::parse(address));
    const auto said = [&] { return window.page() ? words(*window.page()) : QStringList(); };
    const bool isSaid = QTest::qWaitFor([&] { return !said().filter(wanted).isEmpty(); }, patience);
    std::printf("%s: %s\n", qPrintable(address), isSaid ? qPrintable(wanted) : qPrintable(said().join(QStringLiteral(" | "))));
    return isSaid;
}

bool tells(shell::MainWindow &window, cluster::ConnectedCluster *cluster, const QString &address, const QString &title)
{
    const auto place = base::Address::parse(address);
    if (!place)
        return false;
    window.showCluster(cluster, *place);
    const auto told = [&] { return window.page() ? titles(*window.page()) : QStringList(); };
    const bool isTold = QTest::qWaitFor([&] { return told().filter(title).size() == 1; }, patience);
    std::printf("%s: %s\n", qPrintable(address), qPrintable(told().join(QStringLiteral(" | "))));
    return isTold;
}

QString addressNow(const shell::MainWindow &window)
{
    return window.page() ? window.page()->address().toString() : QString();
}

detail::LinkButton *linkOn(const QWidget &page, const QString &beginning)
{
    for (detail::LinkButton *link : page.findChildren<detail::LinkButton *>()) {
        if (link->isVisible() && link->accessibleName().startsWith(beginning))
            return link;
    }
    return nullptr;
}

QStringList links(const QWidget &page)
{
    QStringList names;
    for (const detail::LinkButton *link : page.findChildren<detail::LinkButton *>())
        names << link->accessibleName();
    return names;
}

/// The link leads to the object that it names, back leads here, and forward there again.
bool leads(shell::MainWindow &window, cluster::ConnectedCluster *cluster, const QString &address, const QString &beginning)
{
    window.showCluster(cluster, *base::Address::parse(address));
    const auto link = [&] { return addressNow(window) == address ? linkOn(*window.page(), beginning) : nullptr; };
    const bool isThere = QTest::qWaitFor([&] { return link() != nullptr; }, patience);
    std::printf("%s %s: %s\n", qPrintable(address), qPrintable(beginning), isThere ? qPrintable(link()->text()) : qPrintable(links(*window.page()).join(QStringLiteral(" | "))));
    if (!isThere)
        return false;
    const QString name = link()->text().section(u' ', -1);
    link()->click();
    const QString there = addressNow(window);
    const bool isLed = there != address && there.endsWith(u'/' + name) && QTest::qWaitFor([&] { return window.isSettled(); }, patience);
    window.pane()->goThroughHistory(-1);
    const bool isBack = addressNow(window) == address;
    window.pane()->goThroughHistory(1);
    const bool isForward = addressNow(window) == there;
    if (!isLed || !isBack || !isForward)
        std::printf("  led to %s, %s, %s\n", qPrintable(there), isBack ? "back" : "not back", isForward ? "forward" : "not forward");
    return isLed && isBack && isForward;
}

bool look(shell::MainWindow &window, cluster::ConnectedCluster *cluster, const QString &address, const QString &wanted)
{
    if (wanted.startsWith(u'>'))
        return leads(window, cluster, address, wanted.mid(1));
    return wanted.startsWith(u'~') ? says(window, cluster, address, wanted.mid(1)) : tells(window, cluster, address, wanted);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QStringList arguments = QApplication::arguments();
    support::WholeWindow whole(arguments.value(1), {1200, 760});
    shell::MainWindow &window = whole.window();
    cluster::ConnectedCluster *cluster = whole.connectTo(arguments.value(2).toStdString(), patience);
    bool isEachTold = cluster != nullptr && arguments.size() > 3;
    for (qsizetype i = 3; cluster && i + 1 < arguments.size(); i += 2)
        isEachTold = look(window, cluster, arguments[i], arguments[i + 1]) && isEachTold;
    return isEachTold ? 0 : 1;
}
