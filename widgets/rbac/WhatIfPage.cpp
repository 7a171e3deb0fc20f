#include "widgets/rbac/WhatIfPage.h"

#include "models/cluster/ConnectedCluster.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/ShellWord.h"
#include "widgets/base/StateNotice.h"
#include "widgets/rbac/DraftPane.h"
#include "widgets/rbac/EffectPane.h"
#include "widgets/rbac/WhatIfPane.h"

#include <QStackedLayout>

#include <algorithm>

namespace rbac {

namespace {

const QString pageName = QStringLiteral("what-if");
const QString editPart = QStringLiteral("edit:");
const QString deletePart = QStringLiteral("delete:");

kube::ResourceType typeOf(const std::string &kind)
{
    kube::ResourceType type;
    type.group = "rbac.authorization.k8s.io";
    type.version = "v1";
    type.resource = kind + 's';
    std::ranges::transform(type.resource, type.resource.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    type.kind = kind;
    type.namespaced = kind == "Role" || kind == "RoleBinding";
    return type;
}

QString deletionOf(const ObjectRef &object)
{
    const QString place = object.namespaceName.empty() ? QString() : QStringLiteral(" -n ") + base::shellWord(QString::fromStdString(object.namespaceName));
    return QStringLiteral("kubectl delete %1 %2%3 --dry-run=server").arg(QString::fromStdString(object.kind).toLower(), base::shellWord(QString::fromStdString(object.name)), place);
}

bool isDraftable(const ObjectRef &object)
{
    return object.kind == "Role" || object.kind == "ClusterRole" || object.kind == "RoleBinding" || object.kind == "ClusterRoleBinding";
}

} // namespace

WhatIfPage::WhatIfPage(base::ClusterView &view, std::shared_ptr<rights::LiveRights> live, std::shared_ptr<rights::Viewer> viewer, std::shared_ptr<Handover> handover, QWidget *parent)
    : Page(parent), m_view(view), m_live(std::move(live)), m_viewer(std::move(viewer)), m_handover(std::move(handover)), m_stack(new QStackedLayout(this))
    , m_notice(new base::StateNotice(base::StateNotice::Form::Centered, this)), m_pane(new WhatIfPane(m_executor, this))
{
    m_stack->addWidget(m_notice);
    m_stack->addWidget(m_pane);
    m_notice->tell(base::Meaning::Progress, tr("Reading who may do what"), tr("Roles, bindings, accounts and pods of all namespaces are being listed."));
    m_pane->effect().setContext(QString::fromStdString(view.cluster().entry().context.context));
    if (!view.namespaces().isEmpty())
        m_pane->drafts().setNamespace(view.namespaces().first().toStdString());
    connect(m_live.get(), &rights::LiveRights::changed, this, &WhatIfPage::takeBasis);
    connect(m_live.get(), &rights::LiveRights::stateChanged, this, &WhatIfPage::tellStale);
    connect(m_viewer.get(), &rights::Viewer::changed, this, [this] { m_pane->showViewer(m_viewer->answer()); });
    connect(m_pane, &WhatIfPane::retryRequested, m_live.get(), &rights::LiveRights::retryNow);
    connect(m_pane, &WhatIfPane::settled, this, &WhatIfPage::settled);
    connect(m_pane, &WhatIfPane::changed, this, &WhatIfPage::stateChanged);
    connect(m_pane, &WhatIfPane::changed, this, &WhatIfPage::commandChanged);
    connect(m_pane, &WhatIfPane::openRequested, this, &WhatIfPage::openRequested);
    connect(m_pane, &WhatIfPane::noticed, this, &WhatIfPage::noticed);
    connect(&m_pane->drafts(), &DraftPane::readWished, this, &WhatIfPage::read);
    m_pane->showViewer(m_viewer->answer());
    takeHandover();
}

WhatIfPage::~WhatIfPage()
{
    m_live->setAsking(this, false);
}

base::Address WhatIfPage::addressOfEdit(const ObjectRef &object)
{
    return {pageName, {}, {}, editPart + QString::fromStdString(object.text())};
}

base::Address WhatIfPage::addressOfDeletion(const ObjectRef &object)
{
    return {pageName, {}, {}, deletePart + QString::fromStdString(object.text())};
}

base::Address WhatIfPage::address() const
{
    return {pageName, {}, {}, {}};
}

QString WhatIfPage::title() const
{
    return tr("What if");
}

/// What shows the same on a terminal; kubectl diff knows no object that goes.
QString WhatIfPage::command() const
{
    QStringList lines;
    for (const Draft &draft : m_pane->drafts().drafts())
        lines << (draft.deletion ? deletionOf(*draft.deletion) : QStringLiteral("kubectl diff -f what-if.yaml"));
    lines.removeDuplicates();
    return lines.join(u'\n');
}

bool WhatIfPage::isSettled() const
{
    return m_stack->currentWidget() == m_pane && m_pane->isSettled();
}

void WhatIfPage::showAgain(const base::Address &address)
{
    takeHandover();
    const bool isDeletion = address.tab.startsWith(deletePart);
    if (!isDeletion && !address.tab.startsWith(editPart))
        return;
    const auto object = ObjectRef::parse(address.tab.mid((isDeletion ? deletePart : editPart).size()).toStdString());
    if (!object || !isDraftable(*object))
        return;
    if (isDeletion)
        m_pane->drafts().remove(*object);
    else
        m_pane->drafts().edit(*object);
}

text::Value WhatIfPage::state() const
{
    return m_pane->drafts().state();
}

void WhatIfPage::restore(const text::Value &state)
{
    m_pane->drafts().restore(state);
}

void WhatIfPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_live->setAsking(this, true);
    m_viewer->ask();
    takeBasis();
    tellStale();
}

void WhatIfPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_live->setAsking(this, false);
}

/// Nothing is worked out for whoever looks away.
void WhatIfPage::takeBasis()
{
    if (!isVisible() || !m_live->basis())
        return;
    m_stack->setCurrentWidget(m_pane);
    m_pane->showBasis(m_live->basis());
}

/// Of lists that are not read for it, nothing is known.
void WhatIfPage::tellStale()
{
    if (isVisible())
        m_pane->tellStale(m_live->stale());
}

void WhatIfPage::takeHandover()
{
    for (const std::string &yaml : m_handover->take(&m_view.cluster()))
        m_pane->drafts().addText(yaml);
}

void WhatIfPage::read(const ObjectRef &object)
{
    m_reads[object] = std::make_unique<cluster::ObjectFetch>(m_view.cluster().api(), m_executor, typeOf(object.kind), std::vector<cluster::NameInNamespace>{{object.namespaceName, object.name}},
                                                             [this, object](const base::Result<std::vector<text::Value>> &objects) {
        if (objects)
            m_pane->drafts().takeRead(object, objects->front());
        else
            m_pane->drafts().takeRead(object, objects.error());
    });
}

} // namespace rbac
