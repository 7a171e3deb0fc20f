#include "widgets/table/StateChips.h"

#include "widgets/base/HealthLook.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

namespace table {

QString wordOfState(std::string_view kind, kinds::Health health)
{
    if (kind != "Event")
        return base::wordOf(health);
    return health == kinds::Health::NotReady ? StateChips::tr("Warning") : health == kinds::Health::NotTold ? StateChips::tr("Normal") : base::wordOf(health);
}

bool isTold(std::string_view kind, kinds::Health health)
{
    return health != kinds::Health::NotTold || kind == "Event";
}

StateChips::StateChips(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * base::Theme::Step);
    for (std::size_t i = 0; i < kinds::HealthCount; ++i) {
        auto *chip = new QToolButton(this);
        chip->setCheckable(true);
        chip->setVisible(false);
        chip->setFocusPolicy(Qt::StrongFocus);
        layout->addWidget(chip);
        m_chips[i] = chip;
        connect(chip, &QToolButton::clicked, this, [this] {
            tables::TableModel::HealthSet shown;
            for (std::size_t each = 0; each < kinds::HealthCount; ++each)
                shown.set(each, m_chips[each]->isChecked());
            Q_EMIT chosen(shown);
        });
    }
    connect(&base::Theme::instance(), &base::Theme::changed, this, &StateChips::recolor);
    recolor();
}

void StateChips::show(const tables::TableCounts &counts, tables::TableModel::HealthSet shown)
{
    for (std::size_t i = 0; i < kinds::HealthCount; ++i) {
        const auto health = static_cast<kinds::Health>(i);
        QToolButton *chip = m_chips[i];
        const bool visible = isTold(m_kind, health) && (counts.byHealth[i] > 0 || shown.test(i));
        if (visible) {
            const QString count = QLocale().toString(static_cast<qulonglong>(counts.byHealth[i]));
            const QString sign = base::Theme::sign(base::meaningOf(health));
            const QString word = wordOfState(m_kind, health);
            const QString text = sign + (sign.isEmpty() ? QString() : QStringLiteral(" ")) + count + u' ' + word;
            if (chip->text() != text) {
                chip->setText(text);
                chip->setAccessibleName(tr("Show only %1 %2").arg(count, word));
                base::setPlainToolTip(chip, tr("Show only these rows; press again for all"));
            }
        }
        chip->setChecked(shown.test(i));
        chip->setVisible(visible);
    }
}

void StateChips::recolor()
{
    for (std::size_t i = 0; i < kinds::HealthCount; ++i)
        m_chips[i]->setStyleSheet(base::chipStyle(base::meaningOf(static_cast<kinds::Health>(i))));
}

} // namespace table
