#include "widgets/rbac/RisksHead.h"

#include "models/text/Value.h"
#include "widgets/base/ClearButton.h"
#include "widgets/base/CutLabel.h"
#include "widgets/base/MenuButton.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SearchLine.h"
#include "widgets/base/Theme.h"
#include "widgets/rbac/SeverityChips.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

namespace rbac {

using base::Theme;

namespace {

constexpr int Margin = 4 * Theme::Step;
constexpr int WordsWidth = 280;

QString numberText(std::size_t number) { return QLocale().toString(static_cast<qulonglong>(number)); }

} // namespace

RisksHead::RisksHead(QWidget *parent) : QWidget(parent)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Margin, 2 * Theme::Step, Margin, 2 * Theme::Step);
    column->setSpacing(2 * Theme::Step);
    column->addLayout(makeTitle());
    column->addLayout(makeFilter());
    connect(&Theme::instance(), &Theme::changed, this, &RisksHead::recolor);
    recolor();
}

QPushButton *RisksHead::makeFold(const QString &text, const QString &tip)
{
    auto *button = new QPushButton(text, this);
    button->setCheckable(true);
    button->setChecked(true);
    button->setAutoDefault(false);
    base::setPlainToolTip(button, tip);
    button->setAccessibleName(text);
    button->setAccessibleDescription(tip);
    connect(button, &QPushButton::toggled, this, &RisksHead::wishChanged);
    return button;
}

QHBoxLayout *RisksHead::makeTitle()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Theme::Step);
    m_name = new base::PlainLabel(tr("Risks"), this);
    m_figures = new base::CutLabel(this);
    m_progress = new base::PlainLabel(this);
    m_foldIncluded = makeFold(tr("Fold included"), tr("Put what a finding with everything includes under it, and count it"));
    m_foldDefaults = makeFold(tr("Fold defaults"), tr("Leave out what comes through bindings of Kubernetes or the platform, and count it"));
    auto *save = new QPushButton(tr("Export"), this);
    save->setAutoDefault(false);
    save->setAccessibleName(tr("Export the findings"));
    m_exportMenu = new QMenu(save);
    base::opensBelow(*m_exportMenu, *save);
    row->addWidget(m_name);
    row->addWidget(m_figures, 1);
    row->addWidget(m_progress);
    row->addWidget(m_foldIncluded);
    row->addWidget(m_foldDefaults);
    row->addWidget(save);
    return row;
}

QHBoxLayout *RisksHead::makeFilter()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Theme::Step);
    m_chips = new SeverityChips(this);
    m_words = new base::SearchLine(this);
    m_words->setPlaceholderText(tr("Filter by words, names, namespaces"));
    m_words->setAccessibleName(tr("Filter the findings"));
    m_words->setFixedWidth(WordsWidth);
    base::offerToClear(*m_words);
    row->addWidget(m_chips);
    row->addStretch(1);
    row->addWidget(m_words);
    connect(m_chips, &SeverityChips::chosenChanged, this, &RisksHead::wishChanged);
    connect(m_words, &base::SearchLine::typed, this, &RisksHead::wishChanged);
    return row;
}

void RisksHead::takeFocus()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void RisksHead::addTo(RiskWish &wish) const
{
    wish.words = m_words->wholeText().toStdString();
    wish.severities = m_chips->chosen();
    wish.foldsDefaults = m_foldDefaults->isChecked();
    wish.foldsIncluded = m_foldIncluded->isChecked();
}

void RisksHead::show(const RiskList &list, const QStringList &namespaces)
{
    m_chips->show(list.counts);
    const std::size_t all = list.basis->risks().size();
    QString text = tr("%1 of %2 findings").arg(numberText(list.rows.size()), numberText(all));
    if (all == 0)
        text = list.basis->inputs.unreadable.empty() ? tr("Nothing of what anybody may do is in the table of risks.") : tr("No finding in what may be read");
    if (list.included > 0)
        text += QStringLiteral(" · ") + tr("included in others: %1").arg(numberText(list.included));
    if (list.folded > 0)
        text += QStringLiteral(" · ") + tr("folded, by Kubernetes or the platform: %1").arg(numberText(list.folded));
    if (!namespaces.isEmpty())
        text += QStringLiteral(" · ") + tr("only in %1").arg(base::oneLine(namespaces.join(QStringLiteral(", "))));
    m_figures->show(text);
    base::setPlainToolTip(m_figures, text);
}

void RisksHead::showProgress(const QString &text)
{
    m_progress->show(text);
}

void RisksHead::showOnly(Severities severities, const QString &words)
{
    m_chips->choose(severities);
    m_words->setText(words);
    Q_EMIT wishChanged();
}

void RisksHead::save(text::Value &state) const
{
    state.set("words", text::Value::string(m_words->text().toStdString()));
    state.set("severities", text::Value::number(static_cast<std::int64_t>(m_chips->chosen().to_ulong())));
    state.set("folds", text::Value::boolean(m_foldDefaults->isChecked()));
    state.set("foldsIncluded", text::Value::boolean(m_foldIncluded->isChecked()));
}

void RisksHead::restore(const text::Value &state)
{
    m_chips->choose(Severities(static_cast<unsigned long long>(state["severities"].asInteger())));
    m_words->setText(QString::fromStdString(state["words"].text()));
    if (const text::Value *folds = state.find("folds"))
        m_foldDefaults->setChecked(folds->asBoolean());
    if (const text::Value *folds = state.find("foldsIncluded"))
        m_foldIncluded->setChecked(folds->asBoolean());
}

void RisksHead::recolor()
{
    const Theme &theme = Theme::instance();
    m_name->setFont(theme.titleFont());
    for (base::PlainLabel *label : {m_figures, m_progress}) {
        label->setFont(theme.bodyFont());
        label->setStyleSheet(QStringLiteral("color: %1").arg(theme.color(base::Meaning::Secondary).name()));
    }
}

} // namespace rbac
