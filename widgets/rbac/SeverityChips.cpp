#include "widgets/rbac/SeverityChips.h"

#include "widgets/base/HealthLook.h"
#include "widgets/base/PlainText.h"
#include "widgets/rbac/RiskTexts.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

namespace rbac {

using base::Theme;

SeverityChips::SeverityChips(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * Theme::Step);
    for (QToolButton *&chip : m_chips) {
        chip = new QToolButton(this);
        chip->setCheckable(true);
        chip->setVisible(false);
        chip->setFocusPolicy(Qt::StrongFocus);
        layout->addWidget(chip);
        connect(chip, &QToolButton::clicked, this, &SeverityChips::chosenChanged);
    }
    connect(&Theme::instance(), &Theme::changed, this, &SeverityChips::recolor);
    recolor();
}

void SeverityChips::show(const std::array<std::size_t, SeverityCount> &counts)
{
    for (std::size_t i = 0; i < SeverityCount; ++i) {
        QToolButton *chip = m_chips[i];
        const auto severity = static_cast<Severity>(i);
        const QString count = QLocale().toString(static_cast<qulonglong>(counts[i]));
        chip->setText(Theme::sign(meaningOf(severity)) + u' ' + count + u' ' + wordOf(severity));
        chip->setAccessibleName(tr("Show only %1 %2").arg(count, wordOf(severity)));
        base::setPlainToolTip(chip, tr("Show only these findings; press again for all"));
        chip->setVisible(counts[i] > 0 || chip->isChecked());
    }
}

Severities SeverityChips::chosen() const
{
    Severities out;
    for (std::size_t i = 0; i < SeverityCount; ++i)
        out.set(i, m_chips[i]->isChecked());
    return out;
}

void SeverityChips::choose(Severities severities)
{
    for (std::size_t i = 0; i < SeverityCount; ++i)
        m_chips[i]->setChecked(severities.test(i));
}

void SeverityChips::recolor()
{
    for (std::size_t i = 0; i < SeverityCount; ++i)
        m_chips[i]->setStyleSheet(base::chipStyle(meaningOf(static_cast<Severity>(i))));
}

} // namespace rbac
