#include "widgets/reach/ReachPage.h"

#include "widgets/base/ClusterView.h"
#include "widgets/reach/ReachForm.h"

#include <QVBoxLayout>

namespace reach {

namespace {

constexpr QLatin1String pair("pair:");

template<typename Host>
ReachPane *makePane(cluster::ConnectedCluster &cluster, ReachPane::Known known, Host *host)
{
    auto *pane = new ReachPane(cluster, std::move(known), host);
    auto *layout = new QVBoxLayout(host);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(pane);
    QObject::connect(pane, &ReachPane::openRequested, host, &Host::openRequested);
    QObject::connect(pane, &ReachPane::asked, host, &Host::commandChanged);
    QObject::connect(pane, &ReachPane::callerChanged, host, &Host::commandChanged);
    QObject::connect(pane, &ReachPane::settled, host, &Host::settled);
    return pane;
}

} // namespace

ReachPage::ReachPage(base::ClusterView &view, ReachPane::Known known, QWidget *parent) : Page(parent), m_pane(makePane(view.cluster(), std::move(known), this))
{
    connect(m_pane, &ReachPane::asked, this, &Page::stateChanged);
}

base::Address ReachPage::addressFor(const rbac::ObjectRef &from, const rbac::ObjectRef &to)
{
    return {QStringLiteral("reach"), {}, {}, pair + QString::fromStdString(textOf(Question{from, to, {}, {}}))};
}

bool ReachPage::find()
{
    m_pane->takeFocus();
    return true;
}

void ReachPage::showAgain(const base::Address &address)
{
    if (const auto question = address.tab.startsWith(pair) ? questionOf(address.tab.mid(pair.size()).toStdString()) : std::nullopt)
        m_pane->ask(*question);
}

text::Value ReachPage::state() const
{
    const Question &question = m_pane->question();
    text::Value state = text::Value::map();
    if (question.isWhole()) {
        state.set("pair", text::Value::string(textOf(question)));
        state.set("request", text::Value::string(question.request));
    }
    return state;
}

void ReachPage::restore(const text::Value &state)
{
    if (auto question = questionOf(state["pair"].text())) {
        question->request = state["request"].text();
        m_pane->ask(*question);
    }
}

ReachTab::ReachTab(cluster::ConnectedCluster &cluster, ReachPane::Known known, const rbac::ObjectRef &pod, QWidget *parent)
    : ObjectTab(parent), m_pane(makePane(cluster, std::move(known), this))
{
    m_pane->ask({pod, {"Pod", {}, {}}, {}, {}});
}

bool ReachTab::find()
{
    m_pane->takeFocus();
    return true;
}

} // namespace reach
