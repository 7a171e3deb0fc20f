#include "widgets/reach/ReachForm.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QComboBox>
#include <QCompleter>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QStringListModel>

namespace reach {

using base::Theme;

namespace {

constexpr int portWidth = 96;
constexpr int service = 1;

QLineEdit *lineEdit(const QString &name, const QString &placeholder, QWidget *parent)
{
    auto *line = new QLineEdit(parent);
    line->setAccessibleName(name);
    line->setPlaceholderText(placeholder);
    return line;
}

void suggest(QLineEdit *line, const QStringList &names)
{
    QStringList shown;
    for (const QString &name : names)
        shown << base::oneLine(name);
    if (auto *known = line->completer() ? qobject_cast<QStringListModel *>(line->completer()->model()) : nullptr) {
        if (known->stringList() != shown)
            known->setStringList(shown);
        return;
    }
    auto *completer = new QCompleter(line);
    completer->setModel(new QStringListModel(shown, completer));
    completer->setFilterMode(Qt::MatchContains);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    line->setCompleter(completer);
    // The line takes the text first.
    QObject::connect(completer, QOverload<const QString &>::of(&QCompleter::activated), line, &QLineEdit::editingFinished, Qt::QueuedConnection);
}

rbac::ObjectRef refOf(const char *kind, const QLineEdit *line)
{
    const QString text = line->text().trimmed();
    const auto slash = text.indexOf(u'/');
    if (slash < 1 || slash + 1 == text.size())
        return {kind, {}, {}};
    return {kind, text.left(slash).toStdString(), text.mid(slash + 1).toStdString()};
}

QString placeOf(const rbac::ObjectRef &ref)
{
    return ref.name.empty() ? QString() : QString::fromStdString(ref.namespaceName + '/' + ref.name);
}

} // namespace

ReachForm::ReachForm(QWidget *parent)
    : QWidget(parent), m_from(lineEdit(tr("Pod that wants to reach something"), tr("namespace/pod"), this)), m_kind(new QComboBox(this))
    , m_to(lineEdit(tr("What it wants to reach"), tr("namespace/name"), this)), m_port(lineEdit(tr("Port"), tr("any port"), this))
    , m_request(lineEdit(tr("What it would ask the API"), tr("to get the other itself, or for example: list secrets"), this))
{
    m_kind->addItem(QStringLiteral("Pod"));
    m_kind->addItem(QStringLiteral("Service"));
    m_kind->setAccessibleName(tr("Kind of what it wants to reach"));
    m_port->setFixedWidth(portWidth);
    auto *turn = new QPushButton(QStringLiteral("⇄"), this);
    turn->setAccessibleName(tr("The other way round"));
    base::setPlainToolTip(turn, turn->accessibleName());
    turn->setAutoDefault(false);
    auto *to = new QHBoxLayout;
    to->setSpacing(2 * Theme::Step);
    to->addWidget(m_kind);
    to->addWidget(m_to, 1);
    to->addWidget(m_port);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(2 * Theme::Step);
    grid->setVerticalSpacing(2 * Theme::Step);
    grid->addWidget(new base::PlainLabel(tr("From pod"), this), 0, 0);
    grid->addWidget(m_from, 0, 1);
    grid->addWidget(turn, 0, 2);
    auto *toTitle = new base::PlainLabel(tr("to"), this);
    toTitle->setAccessibleName(m_kind->accessibleName());
    toTitle->setBuddy(m_kind);
    grid->addWidget(toTitle, 0, 3);
    grid->addLayout(to, 0, 4);
    grid->addWidget(new base::PlainLabel(tr("API request"), this), 1, 0);
    grid->addWidget(m_request, 1, 1, 1, 4);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(4, 1);
    for (QLineEdit *line : {m_from, m_to, m_port, m_request})
        connect(line, &QLineEdit::editingFinished, this, &ReachForm::asked);
    connect(turn, &QPushButton::clicked, this, &ReachForm::swap);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &ReachForm::kindChanged);
}

Question ReachForm::question() const
{
    const bool isService = m_kind->currentIndex() == service;
    return {refOf("Pod", m_from), refOf(isService ? "Service" : "Pod", m_to), m_port->text().trimmed().toStdString(), m_request->text().simplified().toStdString()};
}

void ReachForm::setQuestion(const Question &question)
{
    m_from->setText(placeOf(question.from));
    {
        const QSignalBlocker quiet(m_kind);
        m_kind->setCurrentIndex(question.to.kind == "Service" ? service : 0);
    }
    m_to->setText(placeOf(question.to));
    m_port->setText(QString::fromStdString(question.port));
    m_request->setText(QString::fromStdString(question.request));
    setKnown(m_pods, m_services);
    Q_EMIT asked();
}

void ReachForm::setKnown(const QStringList &pods, const QStringList &services)
{
    m_pods = pods;
    m_services = services;
    suggest(m_from, m_pods);
    suggest(m_to, m_kind->currentIndex() == service ? m_services : m_pods);
}

void ReachForm::takeFocus()
{
    (m_from->text().isEmpty() ? m_from : m_to)->setFocus(Qt::ShortcutFocusReason);
}

/// A Service reaches nothing itself.
void ReachForm::swap()
{
    Question question = this->question();
    if (question.to.kind != "Pod")
        return;
    std::swap(question.from, question.to);
    question.port.clear();
    setQuestion(question);
}

void ReachForm::kindChanged()
{
    setKnown(m_pods, m_services);
    Q_EMIT asked();
}

} // namespace reach
