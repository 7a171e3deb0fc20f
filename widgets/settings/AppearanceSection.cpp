#include "widgets/settings/AppearanceSection.h"

#include "models/settings/Settings.h"
#include "widgets/base/Appearance.h"
#include "widgets/base/PlainText.h"

#include <QComboBox>
#include <QFormLayout>

namespace settings {

using base::Appearance;
using base::ThemeChoice;

namespace {

struct Entry
{
    QString text;
    QVariant value;
};

QComboBox *boxOf(const std::vector<Entry> &entries, const QVariant &current, const QString &name, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    for (const Entry &entry : entries)
        box->addItem(entry.text, entry.value);
    box->setCurrentIndex(std::max(0, box->findData(current)));
    box->setAccessibleName(name);
    box->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    return box;
}

} // namespace

AppearanceSection::AppearanceSection(Settings &settings, QWidget *parent) : QWidget(parent)
{
    const Appearance now = Appearance::of(settings);
    auto *theme = boxOf({{tr("As the system"), int(ThemeChoice::System)}, {tr("Light"), int(ThemeChoice::Light)}, {tr("Dark"), int(ThemeChoice::Dark)}}, int(now.theme), tr("Theme"), this);
    auto *language = boxOf({{tr("As the system"), QString()}, {QStringLiteral("English"), QStringLiteral("en")}, {QStringLiteral("한국어"), QStringLiteral("ko")}},
                           now.language, tr("Language"), this);
    auto *note = new base::PlainLabel(tr("Another language counts from the next start on."), this);
    note->setFont(base::Theme::instance().captionFont());
    note->hide();
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::FieldsStayAtSizeHint);
    form->setHorizontalSpacing(4 * base::Theme::Step);
    form->setVerticalSpacing(2 * base::Theme::Step);
    form->addRow(tr("Theme"), theme);
    form->addRow(tr("Language"), language);
    form->addRow(QString(), note);
    connect(theme, &QComboBox::activated, this, [&settings, theme] {
        Appearance chosen = Appearance::of(settings);
        chosen.theme = static_cast<ThemeChoice>(theme->currentData().toInt());
        chosen.remember(settings);
        base::Theme::instance().apply(chosen.theme);
    });
    connect(&settings, &Settings::changed, theme, [&settings, theme] { theme->setCurrentIndex(theme->findData(int(Appearance::of(settings).theme))); });
    connect(language, &QComboBox::activated, this, [&settings, language, note] {
        Appearance chosen = Appearance::of(settings);
        note->setVisible(note->isVisible() || chosen.language != language->currentData().toString());
        chosen.language = language->currentData().toString();
        chosen.remember(settings);
    });
}

QString AppearanceSection::title()
{
    return tr("Appearance");
}

} // namespace settings
