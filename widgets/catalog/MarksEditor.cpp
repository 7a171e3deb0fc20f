#include "widgets/catalog/MarksEditor.h"

#include "widgets/base/ClusterColor.h"
#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QComboBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace catalog {

using base::Theme;

namespace {

constexpr int LongestName = 40;     // characters; three bytes each at most fit what is remembered

} // namespace

MarksEditor::MarksEditor(QWidget *parent)
    : QWidget(parent), m_favourite(new QPushButton(this)), m_readOnly(new QPushButton(this)), m_color(new QComboBox(this)), m_name(new QLineEdit(this))
{
    setAccessibleName(tr("Your marks"));
    m_favourite->setAccessibleName(tr("Favourite"));
    m_readOnly->setAccessibleName(tr("Read-only"));
    m_color->setAccessibleName(tr("Colour of the cluster"));
    m_name->setAccessibleName(tr("Name of your own"));
    m_name->setMaxLength(LongestName);
    m_color->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_color->setMinimumContentsLength(6);
    base::setPlainToolTip(m_favourite, tr("Favourites stand first in the catalog and in the switch"));
    base::setPlainToolTip(m_readOnly, tr("Nothing that changes this cluster leaves the program: no write, no command in a container, no new token"));
    auto *flags = new QVBoxLayout;
    flags->setSpacing(Theme::Step);
    for (QPushButton *flag : {m_favourite, m_readOnly}) {
        flag->setCheckable(true);
        flag->setAutoDefault(false);
        flags->addWidget(flag, 0, Qt::AlignLeft);
        connect(flag, &QPushButton::clicked, this, &MarksEditor::take);
        connect(flag, &QPushButton::toggled, this, &MarksEditor::showSigns);
    }
    showSigns();
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, Theme::Step, 0, Theme::Step);
    form->setVerticalSpacing(Theme::Step);
    form->setFieldGrowthPolicy(QFormLayout::AllNonFixedFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::WrapLongRows);
    form->addRow(flags);
    auto *name = new base::PlainLabel(tr("Shown as"), this);
    name->setBuddy(m_name);
    form->addRow(name, m_name);
    auto *color = new base::PlainLabel(tr("Colour"), this);
    color->setBuddy(m_color);
    form->addRow(color, m_color);
    fillColors();
    connect(&Theme::instance(), &Theme::changed, this, &MarksEditor::fillColors);
    connect(m_color, &QComboBox::activated, this, &MarksEditor::take);
    connect(m_name, &QLineEdit::editingFinished, this, &MarksEditor::take);
}

/// What is on is said by a sign too.
void MarksEditor::showSigns()
{
    m_favourite->setText(m_favourite->isChecked() ? tr("★ Favourite") : tr("☆ Favourite"));
    m_readOnly->setText(m_readOnly->isChecked() ? tr("✓ Read-only") : tr("Read-only"));
}

void MarksEditor::fillColors()
{
    const QSignalBlocker quiet(m_color);
    const int current = m_color->currentIndex();
    m_color->clear();
    m_color->addItem(tr("none"), QString());
    for (const std::string_view word : base::clusterColors())
        m_color->addItem(base::clusterSwatch(word), base::clusterColorName(word), QString::fromLatin1(word.data(), static_cast<qsizetype>(word.size())));
    m_color->setCurrentIndex(std::max(current, 0));
}

void MarksEditor::show(const cluster::ClusterMarks &marks, const QString &contextName, bool everythingReadOnly)
{
    m_marks = marks;
    m_favourite->setChecked(marks.isFavourite);
    m_readOnly->setChecked(marks.isReadOnly || everythingReadOnly);
    m_readOnly->setEnabled(!everythingReadOnly);
    m_color->setCurrentIndex(std::max(m_color->findData(QString::fromStdString(marks.colour)), 0));
    if (!m_name->hasFocus() || m_name->placeholderText() != contextName)    // what is typed belongs to its context
        m_name->setText(QString::fromStdString(marks.name));
    m_name->setPlaceholderText(contextName);
    QWidget::show();
}

void MarksEditor::editName()
{
    m_name->setFocus(Qt::ShortcutFocusReason);
    m_name->selectAll();
}

void MarksEditor::take()
{
    cluster::ClusterMarks marks = m_marks;
    marks.isFavourite = m_favourite->isChecked();
    if (m_readOnly->isEnabled())
        marks.isReadOnly = m_readOnly->isChecked();
    marks.colour = m_color->currentData().toString().toStdString();
    marks.name = m_name->text().trimmed().toStdString();
    if (marks == m_marks)
        return;
    m_marks = marks;
    Q_EMIT changed(marks);
}

} // namespace catalog
