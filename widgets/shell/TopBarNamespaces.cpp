#include "widgets/shell/TopBar.h"

#include "models/cluster/Clusters.h"
#include "widgets/base/ClusterView.h"
#include "widgets/base/PlainText.h"
#include "widgets/shell/ChoicePopup.h"
#include "widgets/shell/KeyTip.h"

#include <QPushButton>

#include <algorithm>

namespace shell {

namespace {

const kube::ResourceType &namespaceType()
{
    static const kube::ResourceType type{"", "v1", "namespaces", "namespace", "Namespace", false, {}, {}, {}, {}};
    return type;
}

QStringList namesOf(const kube::Store &store)
{
    QStringList names;
    for (kube::RowId row = 0; row < store.end(); ++row) {
        if (store.contains(row))
            names << QString::fromUtf8(store.name(row));
    }
    names.sort();
    return names;
}

} // namespace

ChoicePopup &TopBar::namespacePopup()
{
    if (!m_namespacePopup) {
        m_namespacePopup = new ChoicePopup(ChoicePopup::Mode::Several, tr("Namespaces to show; none chosen means all"), this);
        connect(m_namespacePopup, &ChoicePopup::chosen, this, &TopBar::namespacesChosen);
        connect(m_namespacePopup, &ChoicePopup::added, this, [this](const QString &name) {
            addNamespace(name);
            if (!m_view->namespaces().contains(name))
                namespacesChosen(m_view->namespaces() + QStringList{name});
            fillNamespaces();
        });
        connect(m_namespacePopup, &ChoicePopup::removed, this, &TopBar::removeNamespace);
        connect(m_namespacePopup, &ChoicePopup::closed, this, &TopBar::forgetNamespaceRows);
    }
    return *m_namespacePopup;
}

void TopBar::updateNamespaces()
{
    if (!m_view)
        return;
    const QStringList &names = m_view->namespaces();
    const QString text = names.isEmpty() ? tr("All namespaces") : names.size() == 1 ? base::oneLine(names.first()) : tr("%n namespaces", nullptr, static_cast<int>(names.size()));
    m_namespaces->setText(base::buttonText(text) + QStringLiteral("  ▾"));
    m_namespaces->setAccessibleName(tr("Namespaces shown: %1").arg(text));
    m_namespacesTip->setText(names.isEmpty() ? tr("Rows of all namespaces are shown") : names.join(u'\n') + u'\n' + tr("Choose others"));
}

void TopBar::openNamespaceChoice()
{
    if (!m_view)
        return;
    watchNamespaces(&TopBar::fillNamespaces);
    fillNamespaces();
    namespacePopup().openBelow(*m_namespaces);
}

void TopBar::watchNamespaces(void (TopBar::*fill)())
{
    forgetNamespaceRows();
    if (!m_view)
        return;
    m_namespaceRows = m_view->cluster().open(namespaceType());
    connect(m_namespaceRows.get(), &cluster::LiveRows::changed, this, fill);
    connect(m_namespaceRows.get(), &cluster::LiveRows::stateChanged, this, fill);
}

/// Where the server does not name them, a person can.
bool TopBar::areNamespacesRefused() const
{
    const auto &error = m_namespaceRows ? m_namespaceRows->state().error : std::optional<base::Error>();
    return error && error->kind == base::ErrorKind::Forbidden && !m_namespaceRows->store().isComplete();
}

cluster::ClusterMarks TopBar::marks() const
{
    return m_clusters.marks(cluster::EntryId::of(m_view->cluster().entry()));
}

void TopBar::mark(const cluster::ClusterMarks &marks)
{
    m_clusters.mark(cluster::EntryId::of(m_view->cluster().entry()), marks);
}

QStringList TopBar::knownNamespaces() const
{
    QStringList names = namesOf(m_namespaceRows->store());
    std::vector<std::string> others = marks().namespaces;
    others.push_back(m_view->cluster().settings().namespaceName);
    for (const std::string &other : others) {
        if (const QString name = QString::fromStdString(other); !names.contains(name))
            names << name;
    }
    names.sort();
    return names;
}

QStringList TopBar::namespaceNames() const
{
    QStringList names = knownNamespaces();
    for (const QString &name : m_view->namespaces()) {
        if (!names.contains(name))
            names << name;
    }
    return names;
}

void TopBar::allowAdding(ChoicePopup &popup)
{
    if (!m_view || !areNamespacesRefused())
        return popup.allowAdding({}, {});
    const auto addition = [this](const QString &name) -> ChoicePopup::Addition {
        if (!m_namespaceRows || knownNamespaces().contains(name))
            return {};
        if (!marks().mayAdd(name.toStdString()))
            return {tr("No namespace has such a name: a-z, 0-9 and -, 63 at most"), false};
        return {tr("Add the namespace %1").arg(name), true};
    };
    popup.allowAdding(addition, tr("This cluster does not let you list its namespaces. Type the name of one to add it."));
}

void TopBar::addNamespace(const QString &name)
{
    cluster::ClusterMarks marks = this->marks();
    marks.add(name.toStdString());
    mark(marks);
}

void TopBar::removeNamespace(const QString &name)
{
    cluster::ClusterMarks marks = this->marks();
    std::erase(marks.namespaces, name.toStdString());
    mark(marks);
    QStringList chosen = m_view->namespaces();
    chosen.removeAll(name);
    namespacesChosen(chosen);
    fillNamespaces();
}

void TopBar::fillNamespaces()
{
    const std::vector<std::string> added = marks().namespaces;
    std::vector<Choice> choices;
    for (const QString &name : namespaceNames()) {
        const bool isAdded = std::ranges::binary_search(added, name.toStdString());
        choices.push_back({name, isAdded ? tr("added by you") : QString(), name, m_view->namespaces().contains(name), isAdded});
    }
    allowAdding(namespacePopup());
    namespacePopup().setChoices(choices);
}

/// Somebody else may hold them still, and hear what changes.
void TopBar::forgetNamespaceRows()
{
    if (m_namespaceRows)
        m_namespaceRows->disconnect(this);
    m_namespaceRows.reset();
}

void TopBar::namespacesChosen(const QStringList &names)
{
    if (m_view)
        m_view->setNamespaces(names);
}

} // namespace shell
