#include "widgets/rbac/IdentityPicker.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QStringListModel>

#include <algorithm>

namespace rbac {

using base::Theme;

namespace {

constexpr int MostOffered = 12;
constexpr int WhereWidth = 180;

} // namespace

IdentityPicker::IdentityPicker(const QString &name, QWidget *parent)
    : QWidget(parent), m_line(new QLineEdit(this)), m_where(new QComboBox(this)), m_known(new QStringListModel(this))
{
    auto *completer = new QCompleter(m_known, this);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setMaxVisibleItems(MostOffered);
    m_line->setCompleter(completer);
    m_line->setAccessibleName(name);
    m_line->setPlaceholderText(QStringLiteral("ServiceAccount/NAMESPACE/NAME"));
    base::setPlainToolTip(m_line, tr("ServiceAccount/NAMESPACE/NAME, User/NAME or Group/NAME"));
    m_where->setAccessibleName(tr("%1: in which cluster").arg(name));
    m_where->setFixedWidth(WhereWidth);
    auto *title = new base::PlainLabel(m_where->accessibleName(), this);     // only heard: beside it, it is plain what it chooses
    title->setBuddy(m_where);
    title->hide();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2 * Theme::Step);
    row->addWidget(m_line, 1);
    row->addWidget(m_where);
    connect(m_line, &QLineEdit::editingFinished, this, &IdentityPicker::changed);
    connect(completer, qOverload<const QString &>(&QCompleter::activated), this, [this](const QString &) { Q_EMIT changed(); }, Qt::QueuedConnection);
    connect(m_where, &QComboBox::activated, this, &IdentityPicker::changed);
}

void IdentityPicker::setClusters(const std::vector<Choice> &clusters)
{
    cluster::ConnectedCluster *before = cluster();
    const QSignalBlocker quiet(m_where);
    m_clusters = clusters;
    m_where->clear();
    for (const Choice &each : m_clusters)
        m_where->addItem(base::oneLine(each.name));
    choose(identity(), before);
}

void IdentityPicker::setKnown(const QStringList &identities)
{
    if (identities != m_known->stringList())
        m_known->setStringList(identities);
}

void IdentityPicker::choose(const QString &identity, cluster::ConnectedCluster *cluster)
{
    m_line->setText(identity);
    const auto found = std::ranges::find(m_clusters, cluster, &Choice::cluster);
    m_where->setCurrentIndex(m_clusters.empty() ? -1 : found == m_clusters.end() ? 0 : static_cast<int>(found - m_clusters.begin()));
}

QString IdentityPicker::identity() const { return m_line->text().trimmed(); }

cluster::ConnectedCluster *IdentityPicker::cluster() const
{
    const int index = m_where->currentIndex();
    return index < 0 ? nullptr : m_clusters[static_cast<std::size_t>(index)].cluster;
}

QString IdentityPicker::clusterName() const { return m_where->currentText(); }

void IdentityPicker::takeFocus()
{
    m_line->setFocus(Qt::ShortcutFocusReason);
    m_line->selectAll();
}

} // namespace rbac
