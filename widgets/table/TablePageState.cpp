// What a table says of itself: its address, the commands that equal it, what is remembered, and how it is.

#include "widgets/table/TablePage.h"

#include "models/cluster/ConnectedCluster.h"
#include "models/kinds/Groups.h"
#include "models/text/Selector.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SearchLine.h"
#include "widgets/base/SessionWords.h"
#include "widgets/base/ShellWord.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/WhyNot.h"
#include "widgets/table/GridView.h"
#include "widgets/table/TableHead.h"
#include "widgets/table/TableState.h"

#include <QLineEdit>
#include <QLocale>
#include <QStackedWidget>
#include <QTimer>
#include <QUrl>

namespace table {

namespace {

QString number(std::size_t count)
{
    return QLocale().toString(static_cast<qulonglong>(count));
}

} // namespace

base::Address TablePage::address() const
{
    return {QString::fromStdString(m_rows->type().qualifiedName()), {}, {}, {}};
}

QString TablePage::title() const
{
    return base::oneLine(kinds::pluralTitle(m_rows->type()));
}

/// kubectl takes one namespace or all of them.
QString TablePage::command() const
{
    const kube::ResourceType &type = m_rows->type();
    const QString labels = m_head->labels().isEmpty() ? QString() : QStringLiteral(" -l ") + base::shellWord(m_head->labels());
    const QString get = QStringLiteral("kubectl get ") + QString::fromStdString(type.qualifiedName()) + labels;
    if (!type.namespaced)
        return get;
    return m_view.namespaces().size() == 1 ? get + QStringLiteral(" -n ") + m_view.namespaces().first() : get + QStringLiteral(" -A");
}

QString TablePage::apiCall() const
{
    const kube::ResourceType &type = m_rows->type();
    const bool isOne = type.namespaced && m_view.namespaces().size() == 1;
    const QString path = QString::fromStdString(kube::collectionPath(type, isOne ? m_view.namespaces().first().toStdString() : std::string()));
    const QString labels = m_head->labels().isEmpty() ? QString() : QStringLiteral("?labelSelector=") + QString::fromUtf8(QUrl::toPercentEncoding(m_head->labels()));
    return QStringLiteral("GET ") + path + labels;
}

void TablePage::filterTyped(const QString &typed)
{
    m_trace.expect("filter-painted");
    const auto result = m_model->setFilter(typed.toStdString());
    if (!result)
        m_head->showFilterNote(tr("Filter, character %1: %2").arg(QString::number(result.error().column), base::oneLine(result.error().message)));
    else
        m_head->showFilterNote(filterByKeys(typed) ? tr("Found by its keys: %1").arg(base::oneLine(base::latinKeys(typed))) : QString());
    updateState();
}

/// The keyboard writes Korean, and what is meant is on its keys: where nothing is found by the letters, and something by those.
bool TablePage::filterByKeys(const QString &typed)
{
    const QString keys = base::latinKeys(typed);
    m_filteredAt = keys == typed || m_rows->store().isComplete() ? std::nullopt : std::optional(m_model->counts().all);
    if (keys == typed || m_model->counts().shown > 0)
        return false;
    if (m_model->setFilter(keys.toStdString()) && m_model->counts().shown > 0)
        return true;
    (void)m_model->setFilter(typed.toStdString());
    return false;
}

/// Once twice as many rows are there, and with the last: so that all of it costs no more than one look at each does twice.
void TablePage::filterAgain()
{
    if (!m_filteredAt || (!m_rows->store().isComplete() && m_model->counts().all < 2 * std::max<std::size_t>(*m_filteredAt, 1)))
        return;
    filterTyped(m_head->filterText());
}

void TablePage::namespacesChanged()
{
    std::vector<std::string> namespaces;
    for (const QString &name : m_view.namespaces())
        namespaces.push_back(name.toStdString());
    m_model->setNamespaces(std::move(namespaces));
    updateState();
    Q_EMIT commandChanged();
}

text::Value TablePage::state() const
{
    text::Value state = (m_wanted ? *m_wanted : TablePlace::of(*m_grid)).toValue();
    state.set("filter", text::Value::string(m_head->filter().text().toStdString()));
    state.set("labels", text::Value::string(m_head->labels().toStdString()));
    state.set("states", text::Value::number(static_cast<std::int64_t>(m_model->healthShown().to_ulong())));
    return state;
}

void TablePage::restore(const text::Value &state)
{
    if (const std::string &labels = state["labels"].text(); !labels.empty() && text::LabelSelector::parse(labels)) {
        m_head->setLabels(QString::fromStdString(labels));
        openRows(m_head->labels());
    }
    m_wanted = TablePlace::fromValue(state);
    m_model->setHealthShown(tables::TableModel::HealthSet(static_cast<unsigned long long>(state["states"].asInteger())));
    if (state["filter"].isString())
        m_head->filter().setText(QString::fromStdString(state["filter"].text()));
    returnToPlace();
    updateState();
}

/// With a state in the address: its rows and no others.
void TablePage::showAgain(const base::Address &address)
{
    const auto state = kinds::healthNamed(address.tab.toStdString());
    if (!state)
        return;
    m_head->filter().clear();
    m_model->setHealthShown(tables::TableModel::HealthSet().set(static_cast<std::size_t>(*state)));
    updateState();
}

void TablePage::returnToPlace()
{
    if (!m_wanted || !m_rows->store().isComplete())
        return;
    const TablePlace place = *std::exchange(m_wanted, std::nullopt);
    if (m_grid->currentKey().isEmpty())
        place.applyTo(*m_grid);
}

base::Address TablePage::addressOf(const QString &key) const
{
    const qsizetype slash = m_rows->type().namespaced ? key.indexOf(u'/') : -1;
    return {QString::fromStdString(m_rows->type().qualifiedName()), slash < 0 ? QString() : key.left(slash), key.mid(slash + 1), {}};
}

/// "All" is not all where some namespaces may not be listed.
QString TablePage::limitText() const
{
    const auto &only = m_rows->state().onlyNamespaces;
    if (!only || !m_view.namespaces().isEmpty())
        return {};
    if (!m_view.cluster().viewedAs().isEmpty())
        return only->size() == 1 ? tr(" in the one namespace it may list") : tr(" in the %1 namespaces it may list").arg(number(only->size()));
    return only->size() == 1 ? tr(" in the one namespace you may list") : tr(" in the %1 namespaces you may list").arg(number(only->size()));
}

QString TablePage::viewedName() const
{
    const kube::Impersonation &who = m_view.cluster().viewedAs();
    return who.isEmpty() ? QString() : base::viewedName(who);
}

/// Zero is only said when it is zero.
void TablePage::updateHead(bool isCounted)
{
    const tables::TableCounts &counts = m_model->counts();
    const QString text = !isCounted                   ? QString()
        : m_rows->store().isComplete()                ? tr("%1 of %2").arg(number(counts.shown), number(counts.all))
        : counts.all > 0                              ? tr("%1 of %2 so far").arg(number(counts.shown), number(counts.all))
                                                      : QString();
    const QString undecided = counts.undecided > 0 ? tr(" (%1 not decided: the expression is too costly for them)").arg(number(counts.undecided)) : QString();
    const QString whole = text.isEmpty() ? text : text + limitText() + undecided;
    m_head->showCount(whole);
    m_head->showStates(counts, m_model->healthShown());
}

void TablePage::updateState()
{
    const TableState state = tableState({m_rows->state(), m_rows->store().isComplete(), m_model->counts(), title(), m_view.namespaces(), m_rows->type().namespaced, m_head->labels(), viewedName()});
    updateHead(state.isCounted);
    std::vector<base::StateNotice::Step> steps;
    for (const TableState::Step step : state.steps) {
        switch (step) {
        case TableState::Step::TryAgain: steps.push_back({tr("Try again now"), [this] { m_rows->retryNow(); }}); break;
        case TableState::Step::ClearFilter: steps.push_back({tr("Clear the filter"), [this] { m_model->setHealthShown({}); m_head->filter().clear(); filterTyped({}); }}); break;
        case TableState::Step::AllLabels: steps.push_back({tr("Show all labels"), [this] { m_head->setLabels({}); openRows({}); Q_EMIT stateChanged(); Q_EMIT commandChanged(); }}); break;
        case TableState::Step::AllNamespaces: steps.push_back({tr("Show all namespaces"), [this] { m_view.setNamespaces({}); }}); break;
        }
    }
    const std::optional<base::Error> &refusal = m_rows->state().error;
    if (const auto why = refusal ? base::whyNotAddress(*refusal) : std::nullopt)
        steps.push_back({tr("Why not?"), [this, why] { Q_EMIT openRequested(*why); }});
    base::StateNotice *notice = state.hidesRows ? m_middle : m_strip;
    if (!state.title.isEmpty())
        notice->tell(state.meaning, state.title, state.detail, steps, state.nextAttempt);
    m_strip->setVisible(!state.hidesRows && !state.title.isEmpty());
    m_stack->setCurrentWidget(state.hidesRows ? static_cast<QWidget *>(m_middle) : m_grid);
    if (state.isSettled && !m_settled)
        QTimer::singleShot(0, this, &TablePage::settle);
}

void TablePage::settle()
{
    m_settled = true;
    Q_EMIT settled();
}

} // namespace table
