#include "widgets/table/OnlyMenu.h"

#include "widgets/base/PlainText.h"

#include <QCoreApplication>
#include <QLineEdit>
#include <QLocale>
#include <QMenu>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <map>
#include <vector>

namespace table {

namespace {

/// A column that is offered, as it is typed in a filter, and as a person reads it.
struct OnlyColumn
{
    std::string_view kind, column;
    const char *typed, *title, *any;
};
constexpr std::array<OnlyColumn, 3> onlyColumns{{
    {"Event", "Reason", "reason", QT_TRANSLATE_NOOP("table::OnlyMenu", "Reason"), QT_TRANSLATE_NOOP("table::OnlyMenu", "Any reason")},
    {"Event", "Kind", "kind", QT_TRANSLATE_NOOP("table::OnlyMenu", "Kind of object"), QT_TRANSLATE_NOOP("table::OnlyMenu", "Any kind")},
    {"Event", "Source", "source", QT_TRANSLATE_NOOP("table::OnlyMenu", "Told by"), QT_TRANSLATE_NOOP("table::OnlyMenu", "Anybody")},
}};

struct Span
{
    const char *term, *title;
};
constexpr std::array<Span, 6> spans{{
    {"", QT_TRANSLATE_NOOP("table::OnlyMenu", "Any time")},
    {"<5m", QT_TRANSLATE_NOOP("table::OnlyMenu", "Last 5 minutes")},
    {"<15m", QT_TRANSLATE_NOOP("table::OnlyMenu", "Last 15 minutes")},
    {"<1h", QT_TRANSLATE_NOOP("table::OnlyMenu", "Last hour")},
    {"<6h", QT_TRANSLATE_NOOP("table::OnlyMenu", "Last 6 hours")},
    {"<24h", QT_TRANSLATE_NOOP("table::OnlyMenu", "Last 24 hours")},
}};

/// More are found faster by typing.
constexpr std::size_t mostValues = 25;

QString words(const char *text) { return QCoreApplication::translate("table::OnlyMenu", text); }

/// The texts of a column in the rows of the chosen namespaces, the most frequent first.
std::vector<std::pair<std::size_t, std::string>> valuesOf(const tables::TableModel &model, std::size_t column)
{
    std::map<std::string_view, std::size_t> counts;
    const kube::Store &store = model.source().store();
    const std::vector<std::string> &spaces = model.namespaces();
    const auto isChosen = [&](kube::RowId row) { return spaces.empty() || std::ranges::find(spaces, store.namespaceName(row)) != spaces.end(); };
    for (kube::RowId row = 0; row < store.end(); ++row) {
        if (store.contains(row) && isChosen(row))
            ++counts[model.source().cell(row, column).text];
    }
    std::vector<std::pair<std::size_t, std::string>> values;
    for (const auto &[text, count] : counts) {
        if (!text.empty())
            values.emplace_back(count, text);
    }
    std::ranges::stable_sort(values, std::ranges::greater(), [](const auto &value) { return value.first; });
    values.resize(std::min(values.size(), mostValues));
    return values;
}

void offer(QMenu &menu, const QString &title, QLineEdit &filter, const QString &column, const QString &term)
{
    const QString wanted = withTerm(filter.text(), column, term);
    QAction *action = menu.addAction(base::buttonText(title));
    action->setCheckable(true);
    action->setChecked(wanted == filter.text());
    QObject::connect(action, &QAction::triggered, &filter, [&filter, column, term] { filter.setText(withTerm(filter.text(), column, term)); });
}

/// Exactly this text, whatever signs are in it.
QString exactly(const QString &value)
{
    return QStringLiteral("/^") + QRegularExpression::escape(value) + QStringLiteral("$/"); // the slash is escaped as well
}

} // namespace

bool hasOnlyMenu(const kube::ResourceType &type)
{
    return std::ranges::any_of(onlyColumns, [&](const OnlyColumn &each) { return each.kind == type.kind; });
}

QString withTerm(const QString &filter, const QString &column, const QString &term)
{
    const QRegularExpression old(QStringLiteral("(?:^|(?<=\\s))") + QRegularExpression::escape(column) + QStringLiteral(":(?:/(?:\\\\.|[^/\\\\])*/?|\"[^\"]*\"?|\\S*)"),
                                 QRegularExpression::CaseInsensitiveOption);
    const QString others = QString(filter).remove(old).simplified();
    const QString added = term.isEmpty() ? QString() : column + u':' + term;
    return others.isEmpty() || added.isEmpty() ? others + added : others + u' ' + added;
}

void fillOnlyMenu(QMenu &menu, const tables::TableModel &model, QLineEdit &filter)
{
    menu.clear();
    for (const OnlyColumn &each : onlyColumns) {
        const auto column = model.source().columnNamed(each.column);
        if (each.kind != model.source().type().kind || !column)
            continue;
        QMenu *values = menu.addMenu(words(each.title));
        const QString typed = QString::fromLatin1(each.typed);
        offer(*values, words(each.any), filter, typed, {});
        values->addSeparator();
        for (const auto &[count, text] : valuesOf(model, *column)) {
            const QString value = QString::fromStdString(text);
            offer(*values, base::oneLine(value) + QStringLiteral("  (") + QLocale().toString(static_cast<qulonglong>(count)) + u')', filter, typed, exactly(value));
        }
    }
    menu.addSeparator();
    for (const Span &span : spans)
        offer(menu, words(span.title), filter, QStringLiteral("lastseen"), QString::fromLatin1(span.term));
}

} // namespace table
