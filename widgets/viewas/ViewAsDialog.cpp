#include "widgets/viewas/ViewAsDialog.h"

#include "models/rbac/ViewAs.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SessionWords.h"
#include "widgets/base/Theme.h"
#include "widgets/viewas/KnownIdentities.h"
#include "widgets/viewas/ViewAsWords.h"

#include <QCompleter>
#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>
#include <QVBoxLayout>

namespace viewas {

using base::Meaning;
using base::Theme;

namespace {

constexpr int Width = 520;

/// Completes what stands behind the last comma.
class ListCompleter final : public QCompleter
{
public:
    using QCompleter::QCompleter;

    QStringList splitPath(const QString &path) const override { return {path.section(u',', -1).trimmed()}; }
    QString pathFromIndex(const QModelIndex &index) const override
    {
        const auto *line = qobject_cast<const QLineEdit *>(widget());
        const qsizetype comma = line ? line->text().lastIndexOf(u',') : -1;
        return comma < 0 ? QCompleter::pathFromIndex(index) : line->text().left(comma) + QStringLiteral(", ") + QCompleter::pathFromIndex(index);
    }
};

std::vector<std::string> groupsIn(const QString &text)
{
    std::vector<std::string> groups;
    for (const QString &each : text.split(u',', Qt::SkipEmptyParts)) {
        if (!each.trimmed().isEmpty())
            groups.push_back(each.trimmed().toStdString());
    }
    return groups;
}

} // namespace

ViewAsDialog::ViewAsDialog(const QString &cluster, std::shared_ptr<rights::LiveRights> rights, QWidget *parent)
    : QDialog(parent), m_rights(std::move(rights)), m_identities(new QStringListModel(this)), m_groupNames(new QStringListModel(this)), m_meaning(new base::PlainLabel(this)), m_view(new QPushButton(tr("View"), this))
{
    setWindowTitle(tr("View as"));
    setAttribute(Qt::WA_DeleteOnClose);
    layOut(cluster);
    connect(m_who, &QLineEdit::textChanged, this, &ViewAsDialog::read);
    connect(m_groups, &QLineEdit::textChanged, this, &ViewAsDialog::read);
    connect(m_rights.get(), &rights::LiveRights::changed, this, &ViewAsDialog::offerKnown);
    m_rights->setAsking(this, true);
    offerKnown();
    read();
}

ViewAsDialog::~ViewAsDialog()
{
    m_rights->setAsking(this, false);
}

QLineEdit *ViewAsDialog::addLine(const QString &title, const QString &hint, QStringListModel *offered)
{
    auto *label = new base::PlainLabel(title, this);
    label->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *line = new QLineEdit(this);
    label->setBuddy(line);
    line->setAccessibleName(title);
    line->setPlaceholderText(hint);
    line->setFixedHeight(Theme::ControlHeight);
    auto *completer = offered == m_groupNames ? new ListCompleter(offered, line) : new QCompleter(offered, line);
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    line->setCompleter(completer);
    layout()->addWidget(label);
    layout()->addWidget(line);
    return line;
}

void ViewAsDialog::layOut(const QString &cluster)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(4 * Theme::Step, 4 * Theme::Step, 4 * Theme::Step, 4 * Theme::Step);
    column->setSpacing(2 * Theme::Step);
    auto *about = new base::PlainLabel(tr("Shows %1 as somebody else sees it: beside your own view, and read-only. Whether you may, the server decides.").arg(cluster), this);
    about->setWordWrap(true);
    column->addWidget(about);
    m_who = addLine(tr("User or ServiceAccount"), tr("jane, team-a/web or system:serviceaccount:team-a:web"), m_identities);
    m_groups = addLine(tr("Groups, with commas between them"), tr("none: those that the server adds by itself"), m_groupNames);
    m_meaning->setWordWrap(true);
    m_meaning->setMinimumHeight(3 * m_meaning->fontMetrics().lineSpacing());
    m_meaning->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    column->addWidget(m_meaning, 1);
    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_view, QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_view->setDefault(true);
    column->addWidget(buttons);
    connect(m_view, &QPushButton::clicked, this, &ViewAsDialog::choose);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    setMinimumWidth(Width);
}

void ViewAsDialog::offerKnown()
{
    if (!m_rights->basis())
        return;
    m_identities->setStringList(knownIdentities(*m_rights->basis()));
    m_groupNames->setStringList(knownGroups(*m_rights->basis()));
}

void ViewAsDialog::read()
{
    const auto read = rbac::readViewed(m_who->text().toStdString(), groupsIn(m_groups->text()));
    m_read = read ? std::optional(*read) : std::nullopt;
    m_view->setEnabled(m_read.has_value());
    const bool isEmpty = m_who->text().isEmpty() && m_groups->text().isEmpty();
    const QString problem = isEmpty || read ? QString() : QCoreApplication::translate("rbac", read.error().message.c_str());
    const QString text = m_read ? (tr("Views as %1.").arg(base::viewedName(*m_read)) + u' ' + whoText(*m_read)).trimmed() : problem;
    m_meaning->show(text);
    m_who->setAccessibleDescription(text);
    QPalette palette;
    palette.setColor(QPalette::WindowText, Theme::instance().color(problem.isEmpty() ? Meaning::Secondary : Meaning::Error));
    m_meaning->setPalette(palette);
}

void ViewAsDialog::choose()
{
    if (!m_read)
        return;
    const kube::Impersonation who = *m_read;
    accept();
    Q_EMIT chosen(who);
}

} // namespace viewas
