#include "widgets/overview/StateGrid.h"

#include "models/kinds/Groups.h"
#include "widgets/base/ErrorText.h"
#include "widgets/base/HealthLook.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/WhyNot.h"

#include <QGridLayout>
#include <QLocale>
#include <QToolButton>

#include <algorithm>

namespace overview {

using base::Theme;
using kinds::Health;

namespace {

QString numberText(std::size_t number) { return QLocale().toString(static_cast<qulonglong>(number)); }

} // namespace

StateGrid::StateGrid(QWidget *parent) : QWidget(parent), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(3 * Theme::Step);
    m_grid->setVerticalSpacing(Theme::Step);
    m_grid->setColumnStretch(2, 1);
    setAccessibleName(tr("Kinds by state"));
    connect(&Theme::instance(), &Theme::changed, this, &StateGrid::recolor);
}

QToolButton *StateGrid::makeChip(const QString &name, Health health)
{
    auto *chip = new QToolButton(this);
    chip->setFocusPolicy(Qt::StrongFocus);
    chip->setVisible(false);
    const std::string_view state = kinds::nameOf(health);
    const QString tab = QString::fromUtf8(state.data(), static_cast<qsizetype>(state.size()));
    connect(chip, &QToolButton::clicked, this, [this, name, tab] { Q_EMIT openRequested({name, {}, {}, tab}); });
    return chip;
}

StateGrid::Line StateGrid::makeLine(const KindState &kind, int row)
{
    Line line;
    line.name = QString::fromStdString(kind.type().qualifiedName());
    line.title = new QToolButton(this);
    line.title->setText(base::buttonText(base::oneLine(kinds::pluralTitle(kind.type()))));
    line.title->setFocusPolicy(Qt::StrongFocus);
    line.title->setCursor(Qt::PointingHandCursor);
    connect(line.title, &QToolButton::clicked, this, [this, name = line.name] { Q_EMIT openRequested({name, {}, {}, {}}); });
    line.total = new base::PlainLabel(this);
    line.total->setFont(Theme::instance().tableFont());
    line.trouble = new base::PlainLabel(this);
    line.trouble->setVisible(false);
    line.whyNot = new QToolButton(this);
    line.whyNot->setText(tr("Why not?"));
    line.whyNot->setFocusPolicy(Qt::StrongFocus);
    line.whyNot->setAccessibleName(tr("Why %1 may not be listed").arg(QString(line.title->text()).remove(u'&')));
    line.whyNot->setVisible(false);
    connect(line.whyNot, &QToolButton::clicked, this, [this, row] {
        if (const auto why = m_lines[static_cast<std::size_t>(row)].why)
            Q_EMIT openRequested(*why);
    });
    auto *chips = new QHBoxLayout;
    chips->setSpacing(2 * Theme::Step);
    for (std::size_t i = 0; i < kinds::HealthCount; ++i) {
        line.chips[i] = makeChip(line.name, static_cast<Health>(i));
        chips->addWidget(line.chips[i]);
    }
    chips->addWidget(line.trouble);
    chips->addWidget(line.whyNot);
    chips->addStretch();
    m_grid->addWidget(line.title, row, 0, Qt::AlignLeft | Qt::AlignVCenter);
    m_grid->addWidget(line.total, row, 1, Qt::AlignRight | Qt::AlignVCenter);
    m_grid->addLayout(chips, row, 2);
    return line;
}

void StateGrid::showWhyNot(Line &line, const KindState &kind)
{
    line.why = !kind.isComplete() && kind.sync().error ? base::whyNotAddress(*kind.sync().error) : std::nullopt;
    line.whyNot->setVisible(line.why.has_value());
}

/// What there is none of has no line. Before a list was seen whole, its count is that of what came so far.
void StateGrid::showLine(Line &line, const KindState &kind) const
{
    const Tally &tally = kind.tally();
    const bool isRefused = !kind.isComplete() && kind.sync().error;
    const QString total = isRefused ? QString() : kind.isComplete() ? numberText(tally.total()) : numberText(tally.total()) + QStringLiteral("…");
    if (line.total->text() != total)
        line.total->show(total);
    line.title->setAccessibleName(tr("%1, %2").arg(QString(line.title->text()).remove(u'&'), isRefused ? tr("not known") : total));
    const bool isThere = !kind.isComplete() || tally.total() > 0;
    line.title->setVisible(isThere);
    line.total->setVisible(isThere);
    line.trouble->setVisible(isRefused);
    if (isRefused) {
        line.trouble->show(tr("not known"));
        base::setPlainToolTip(line.trouble, base::errorText(*kind.sync().error));
    }
    showWhyNot(line, kind);
    for (std::size_t i = 0; i < kinds::HealthCount; ++i) {
        const auto health = static_cast<Health>(i);
        const std::size_t count = tally.counts()[i];
        line.chips[i]->setVisible(health != Health::NotTold && count > 0);
        const QString text = Theme::sign(base::meaningOf(health)) + u' ' + numberText(count) + u' ' + base::wordOf(health);
        if (line.chips[i]->text() == text)
            continue;
        line.chips[i]->setText(text);
        line.chips[i]->setAccessibleName(tr("Show %1: %2 %3").arg(QString(line.title->text()).remove(u'&'), numberText(count), base::wordOf(health)));
    }
}

void StateGrid::show(const Overview::Kinds &kinds)
{
    const bool isSame = std::ranges::equal(kinds, m_lines, {}, [](const auto &kind) { return QString::fromStdString(kind->type().qualifiedName()); }, &Line::name);
    if (!isSame) {
        while (QLayoutItem *item = m_grid->takeAt(0))
            delete item;
        qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
        m_lines.clear();
        for (const auto &kind : kinds)
            m_lines.push_back(makeLine(*kind, static_cast<int>(m_lines.size())));
        recolor();
    }
    for (std::size_t i = 0; i < kinds.size(); ++i)
        showLine(m_lines[i], *kinds[i]);
}

void StateGrid::recolor()
{
    const Theme &theme = Theme::instance();
    for (const Line &line : m_lines) {
        line.title->setStyleSheet(QStringLiteral("QToolButton { border: 1px solid transparent; padding: 0 2px; color: %1; } QToolButton:hover { text-decoration: underline; }"
                                                 "QToolButton:focus { border: 2px solid %1; border-radius: 3px; padding: 0 1px; }")
                                      .arg(theme.color(base::Meaning::Accent).name()));
        for (std::size_t i = 0; i < kinds::HealthCount; ++i)
            line.chips[i]->setStyleSheet(base::chipStyle(base::meaningOf(static_cast<Health>(i))));
    }
}

} // namespace overview
