#include "widgets/rbac/CompareFilter.h"

#include "widgets/base/ClearButton.h"
#include "widgets/base/HealthLook.h"
#include "widgets/base/MenuButton.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/SearchLine.h"
#include "widgets/base/Theme.h"
#include "widgets/rbac/CompareModels.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPushButton>
#include <QToolButton>

#include <algorithm>

namespace rbac {

using base::Theme;

namespace {

constexpr int Margin = 4 * Theme::Step;
constexpr int WordsWidth = 280;

} // namespace

CompareFilter::CompareFilter(QWidget *parent) : QWidget(parent), m_words(new base::SearchLine(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(Margin, 2 * Theme::Step, Margin, 2 * Theme::Step);
    row->setSpacing(2 * Theme::Step);
    for (QToolButton *&chip : m_chips) {
        chip = new QToolButton(this);
        chip->setCheckable(true);
        chip->setFocusPolicy(Qt::StrongFocus);
        chip->hide();
        base::setPlainToolTip(chip, tr("Show only these rows; press again for all"));
        row->addWidget(chip);
        connect(chip, &QToolButton::clicked, this, &CompareFilter::wishChanged);
    }
    m_words->setPlaceholderText(tr("Filter by words, names, namespaces"));
    m_words->setAccessibleName(tr("Filter what is compared"));
    m_words->setFixedWidth(WordsWidth);
    base::offerToClear(*m_words);
    connect(m_words, &base::SearchLine::typed, this, &CompareFilter::wishChanged);
    auto *save = new QPushButton(tr("Export"), this);
    save->setAutoDefault(false);
    save->setAccessibleName(tr("Export the comparison"));
    m_exportMenu = new QMenu(save);
    base::opensBelow(*m_exportMenu, *save);
    row->addStretch(1);
    row->addWidget(m_words);
    row->addWidget(save);
    connect(&Theme::instance(), &Theme::changed, this, &CompareFilter::recolor);
    recolor();
}

void CompareFilter::takeFocus()
{
    m_words->setFocus(Qt::ShortcutFocusReason);
    m_words->selectAll();
}

void CompareFilter::addTo(ComparisonWish &wish) const
{
    wish.words = m_words->wholeText().toStdString();
    for (std::size_t i = 0; i < SideCount; ++i)
        wish.sides.set(i, m_chips[i]->isChecked());
}

void CompareFilter::show(const ComparisonList *list)
{
    for (std::size_t i = 0; i < SideCount; ++i) {
        m_chips[i]->setVisible(list != nullptr);
        if (!list)
            continue;
        const QString count = QLocale().toString(static_cast<qulonglong>(list->all->rightCounts[i] + list->all->riskCounts[i]));
        m_chips[i]->setText(count + u' ' + wordOf(static_cast<Side>(i)));
        m_chips[i]->setAccessibleName(tr("Show only %1").arg(m_chips[i]->text()));
    }
    makeEven();
}

/// The signs of some come from a font with taller lines.
void CompareFilter::makeEven()
{
    int height = 0;
    for (const QToolButton *chip : m_chips)
        height = std::max(height, chip->sizeHint().height());
    for (QToolButton *chip : m_chips)
        chip->setFixedHeight(height);
}

void CompareFilter::recolor()
{
    for (QToolButton *chip : m_chips)
        chip->setStyleSheet(base::chipStyle(base::Meaning::Accent));
    makeEven();
}

} // namespace rbac
