#include "tests/e2e/stories/LargeTableStories.h"

#include "tests/e2e/stories/ChangingPods.h"
#include "widgets/table/GridView.h"
#include "widgets/table/TableHead.h"
#include "widgets/table/TablePage.h"

#include <QLineEdit>
#include <QRegularExpression>

namespace stories {

namespace {

using Row = QHash<QString, QString>;

/// Columns that the window shows without being asked.
bool isInAny(const Row &row, const QString &text)
{
    for (const char *column : {"NAMESPACE", "NAME", "READY", "STATUS", "RESTARTS", "AGE"}) {
        if (row[QLatin1String(column)].contains(text, Qt::CaseInsensitive))
            return true;
    }
    return false;
}

bool matches(const QString &text, const char *expression)
{
    return QRegularExpression(QLatin1String(expression)).match(text).hasMatch();
}

QStringList wordsOf(const QByteArray &line)
{
    return QString::fromUtf8(line).split(QRegularExpression(QStringLiteral("  +")), Qt::SkipEmptyParts);
}

QList<Row> rowsOf(const QByteArray &printed)
{
    QList<Row> rows;
    const QList<QByteArray> lines = printed.trimmed().split('\n');
    const QStringList columns = wordsOf(lines.first());
    for (const QByteArray &line : lines.mid(1)) {
        const QStringList words = wordsOf(line);
        Row row;
        for (qsizetype i = 0; i < columns.size(); ++i)
            row[columns[i]] = words.value(i);
        rows << row;
    }
    return rows;
}

QStringList keysOf(const tables::TableModel &model)
{
    QStringList keys;
    for (int row = 0; row < model.rowCount(); ++row)
        keys << QString::fromStdString(model.key(row));
    keys.sort();
    return keys;
}

/// What a person types, and which rows that means.
const struct { const char *filter; bool (*means)(const Row &row); } filters[] = {
    {"zz-last", [](const Row &row) { return isInAny(row, QStringLiteral("zz-last")); }},
    {"FAILED", [](const Row &row) { return isInAny(row, QStringLiteral("failed")); }},
    {"team-1 9", [](const Row &row) { return isInAny(row, QStringLiteral("team-1")) && isInAny(row, QStringLiteral("9")); }},
    {"!app-", [](const Row &row) { return !isInAny(row, QStringLiteral("app-")); }},
    {"!team-0 !app-1", [](const Row &row) { return !isInAny(row, QStringLiteral("team-0")) && !isInAny(row, QStringLiteral("app-1")); }},
    {"namespace:zz", [](const Row &row) { return row[QStringLiteral("NAMESPACE")].contains(QStringLiteral("zz")); }},
    {"status:pending node:node-3", [](const Row &row) { return row[QStringLiteral("STATUS")] == QStringLiteral("Pending") && row[QStringLiteral("NODE")].contains(QStringLiteral("node-3")); }},
    {"restarts:3 !node:node-3", [](const Row &row) { return row[QStringLiteral("RESTARTS")].contains(u'3') && !row[QStringLiteral("NODE")].contains(QStringLiteral("node-3")); }},
    {"name:/-(0|1)\\d*7$/", [](const Row &row) { return matches(row[QStringLiteral("NAME")], "-(0|1)\\d*7$"); }},
    {"!name:/-\\d+$/", [](const Row &row) { return !matches(row[QStringLiteral("NAME")], "-\\d+$"); }},
    {"node:/^node-(7|11)$/ status:run", [](const Row &row) { return matches(row[QStringLiteral("NODE")], "^node-(7|11)$") && row[QStringLiteral("STATUS")] == QStringLiteral("Running"); }},
};

} // namespace

void LargeTableStories::initTestCase()
{
    Story::initTestCase();
    RealCluster::run(variable("PYTHON"), {quickPods(), QStringLiteral("load"), m_second.folder, variable("ROWS")});
    m_printed = rowsOf(m_second.kubectl({QStringLiteral("get"), QStringLiteral("pods"), QStringLiteral("-A"), QStringLiteral("-o"), QStringLiteral("wide")}));
    QVERIFY(m_printed.size() > variable("ROWS").toInt() && m_printed.first().size() > 6);
}

table::TablePage *LargeTableStories::openPods()
{
    cluster::ConnectedCluster *two = connectTo(QStringLiteral("two"));
    table::TablePage *pods = two ? tableOf(two) : nullptr;
    const auto isThere = [&] { return pods->isSettled() && pods->model().counts().all == std::size_t(m_printed.size()); };
    return pods && QTest::qWaitFor(isThere, Patience) ? pods : nullptr;
}

void LargeTableStories::theOneRowOfTheLastNamespaceIsFoundByTyping()
{
    table::TablePage *pods = openPods();
    QVERIFY(pods);
    const tables::TableModel &model = pods->model();
    const table::GridHeader &header = pods->grid().header();
    QTest::mouseClick(header.viewport(), Qt::LeftButton, {}, {header.sectionViewportPosition(0) + 10, header.height() / 2});
    QCOMPARE(QString::fromStdString(model.key(model.rowCount() - 1)), QStringLiteral("zz-last/needle"));
    QVERIFY(pods->grid().endVisibleRow() < model.rowCount());
    pods->grid().setFocus();
    for (const QChar letter : QStringLiteral("needle"))
        QTest::keyClick(m_window->focusWidget(), letter.toLatin1());
    QCOMPARE(keysOf(model), QStringList{QStringLiteral("zz-last/needle")});
    QCOMPARE(model.counts().all, std::size_t(m_printed.size()));
    QTest::keyClick(m_window->focusWidget(), Qt::Key_Return);
    QVERIFY(pods->grid().hasFocus());
    QTest::keyClick(&pods->grid(), Qt::Key_Home);
    QCOMPARE(pods->grid().currentKey(), QStringLiteral("zz-last/needle"));
    QTest::keyClick(&pods->grid(), Qt::Key_Return);
    QTRY_VERIFY_WITH_TIMEOUT(m_window->windowTitle().contains(QStringLiteral("needle")), Patience);
}

/// All in one window: its list is read once.
void LargeTableStories::filtersShowTheRowsThatKubectlPrints()
{
    table::TablePage *pods = openPods();
    QVERIFY(pods);
    auto *edit = pods->findChild<table::TableHead *>()->findChild<QLineEdit *>();
    for (const auto &[filter, means] : filters) {
        QStringList expected;
        for (const Row &row : m_printed) {
            if (means(row))
                expected << row[QStringLiteral("NAMESPACE")] + u'/' + row[QStringLiteral("NAME")];
        }
        expected.sort();
        QVERIFY2(!expected.isEmpty() && expected.size() < m_printed.size(), filter);
        edit->setText(QString::fromUtf8(filter));
        const QStringList shown = keysOf(pods->model());
        QVERIFY2(shown == expected, qPrintable(QStringLiteral("%1: %2 rows instead of %3").arg(QLatin1String(filter)).arg(shown.size()).arg(expected.size())));
    }
}

} // namespace stories
