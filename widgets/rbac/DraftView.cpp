#include "widgets/rbac/DraftView.h"

#include "models/rbac/DraftText.h"
#include "widgets/base/BarButton.h"
#include "widgets/base/CutLabel.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/StateNotice.h"
#include "widgets/base/TextLabel.h"
#include "widgets/rbac/DiffView.h"
#include "widgets/rbac/DraftEditor.h"
#include "widgets/rbac/RuleHelper.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <set>

namespace rbac {

using base::Meaning;
using base::Theme;

DraftView::DraftView(QWidget *parent)
    : QWidget(parent), m_head(new base::CutLabel(this)), m_notice(new base::StateNotice(base::StateNotice::Form::Strip, this)), m_views(new QStackedWidget(this))
    , m_editor(new DraftEditor(this)), m_diff(new DiffView(this)), m_empty(new base::TextLabel(Meaning::Secondary, Theme::instance().bodyFont(), this)), m_nothing(new QWidget(m_views))
    , m_helper(new RuleHelper(this))
{
    m_editor->setAccessibleName(tr("YAML of the draft"));
    auto *words = new QVBoxLayout(m_nothing);
    words->setContentsMargins(3 * Theme::Step, 2 * Theme::Step, 3 * Theme::Step, 2 * Theme::Step);
    words->addWidget(m_empty);
    words->addStretch(1);
    for (QWidget *view : std::initializer_list<QWidget *>{m_editor, m_diff, m_nothing})
        m_views->addWidget(view);
    m_helper->layout()->setContentsMargins(3 * Theme::Step, 2 * Theme::Step, 3 * Theme::Step, 2 * Theme::Step);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeHead());
    layout->addWidget(m_notice);
    layout->addWidget(m_views, 1);
    layout->addWidget(m_helper);
    connect(m_editor, &DraftEditor::textChanged, this, [this] {
        if (!m_isFilling)
            Q_EMIT typed();
    });
    connect(m_editor, &DraftEditor::refused, this, &DraftView::noticed);
    connect(m_helper, &RuleHelper::wished, this, &DraftView::rulesWished);
}

QWidget *DraftView::makeHead()
{
    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(3 * Theme::Step, 2 * Theme::Step, 3 * Theme::Step, 2 * Theme::Step);
    row->setSpacing(2 * Theme::Step);
    row->addWidget(m_head, 1);
    m_diffButton = base::addBarButton(*row, tr("Differences"), tr("Show what differs from the object as read"));
    m_diffButton->setCheckable(true);
    connect(m_diffButton, &QPushButton::toggled, this, &DraftView::showText);
    return bar;
}

void DraftView::begin(const DraftItem *item)
{
    m_isFilling = true;
    m_editor->begin(item ? QString::fromStdString(item->draft.text) : QString());
    m_isFilling = false;
}

void DraftView::tell(const DraftItem *item, const QString &head, bool isThere)
{
    const DraftItem none;
    const DraftItem &here = item ? *item : none;
    m_isText = item && !here.isDeletion();
    m_original = here.original;
    m_diffButton->setVisible(m_isText && here.read.has_value());
    m_editor->setReadOnly(here.isReading && here.draft.text.empty());
    m_helper->setVisible(m_isText && here.outcome && here.outcome->objects.size() == 1 && here.outcome->objects.front().object.role);
    const bool isRead = !here.resourceVersion.empty();      // its name stands in the table
    m_head->show(isRead ? tr("As read, resourceVersion %1").arg(base::oneLine(std::string_view(here.resourceVersion))) : head);
    base::setPlainToolTip(m_head, m_head->text());
    m_empty->show((item ? tr("This object would be deleted.")
                        : tr("Nothing is drafted. Add an object, or take one that is there, and see at once who would gain and lose what. Nothing is sent to the cluster.")).toStdString());
    showText();
    tellProblem(here, isThere);
    markLines(here);
}

void DraftView::showText()
{
    const bool showsDiff = m_diffButton->isVisibleTo(this) && m_diffButton->isChecked();
    if (showsDiff)
        m_diff->show(m_original, m_editor->toPlainText().toStdString());
    m_views->setCurrentWidget(!m_isText ? m_nothing : showsDiff ? static_cast<QWidget *>(m_diff) : m_editor);
}

void DraftView::tellProblem(const DraftItem &item, bool isThere)
{
    const bool hasProblem = item.outcome && !item.outcome->problems.empty();
    m_notice->setVisible(hasProblem || item.isOther || !item.readProblem.empty());
    if (hasProblem)
        tellMisunderstood(item.outcome->problems);
    else if (item.isOther)
        m_notice->tell(Meaning::Warning, isThere ? tr("Changed since read") : tr("Deleted since read"), tr("Another wrote to it meanwhile."),
                       {{isThere ? tr("Take the new one") : tr("Discard the draft"), [this] { Q_EMIT takeNewWished(); }}, {tr("Keep mine"), [this] { Q_EMIT keepMineWished(); }}});
    else if (!item.readProblem.empty())
        m_notice->tell(Meaning::Warning, tr("The server does not show it"), tr("This is what its list says. %1").arg(base::oneLine(std::string_view(item.readProblem))));
}

void DraftView::tellMisunderstood(const std::vector<DraftProblem> &problems)
{
    const DraftProblem problem = problems.front();
    std::vector<base::StateNotice::Step> steps;
    if (problem.line > 0)
        steps.push_back({tr("Show the place"), [this, problem] {
            m_diffButton->setChecked(false);
            m_editor->goTo(problem.line, problem.column);
        }});
    const QString headline = problems.size() == 1 ? tr("Not understood") : tr("Not understood in %1 places").arg(QString::number(problems.size()));
    m_notice->tell(Meaning::Error, headline, textOf(problem), steps);
}

void DraftView::markLines(const DraftItem &item)
{
    std::set<int> wrong;
    if (item.outcome)
        for (const DraftProblem &problem : item.outcome->problems)
            if (problem.line > 0)
                wrong.insert(problem.line - 1);
    m_editor->setMarks(item.read && !item.isDeletion() ? changedLines(item.original, item.draft.text) : std::set<int>(), std::move(wrong));
}

void DraftView::addRules(const std::vector<PolicyRule> &rules)
{
    std::optional<std::string> text = m_editor->toPlainText().toStdString();
    for (const PolicyRule &rule : rules)
        text = text ? withRule(*text, rule) : std::nullopt;
    if (rules.empty() || !text)
        return Q_EMIT noticed(tr("There is no list of rules in this YAML that a rule can be added to"));
    m_editor->rewrite(QString::fromStdString(*text));
    m_helper->clear();
}

} // namespace rbac
