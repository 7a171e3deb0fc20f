#include "widgets/rbac/RuleHelper.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace rbac {

using base::Theme;

RuleHelper::RuleHelper(QWidget *parent) : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2 * Theme::Step);
    m_verbs = addLine(tr("Verbs"), tr("get list"), 3);
    m_resources = addLine(tr("Resources"), tr("pods pods/log deployments.apps"), 4);
    m_names = addLine(tr("Names"), tr("all names"), 2);
    m_add = new QPushButton(tr("Add rule"), this);
    m_add->setAutoDefault(false);
    m_add->setAccessibleName(m_add->text());
    base::setPlainToolTip(m_add, tr("Writes a rule of these words into the YAML"));
    layout->addWidget(m_add);
    connect(m_add, &QPushButton::clicked, this, [this] { Q_EMIT wished(m_verbs->text(), m_resources->text(), m_names->text()); });
    tell();
}

QLineEdit *RuleHelper::addLine(const QString &name, const QString &example, int stretch)
{
    auto *line = new QLineEdit(this);
    line->setAccessibleName(name);
    line->setPlaceholderText(name);
    line->setMinimumWidth(line->fontMetrics().horizontalAdvance(name) + 6 * Theme::Step);
    base::setPlainToolTip(line, name + QStringLiteral(": ") + example);
    static_cast<QHBoxLayout *>(layout())->addWidget(line, stretch);
    connect(line, &QLineEdit::textChanged, this, &RuleHelper::tell);
    connect(line, &QLineEdit::returnPressed, this, [this] { m_add->click(); });
    return line;
}

void RuleHelper::tell()
{
    if (m_add)
        m_add->setEnabled(!m_verbs->text().trimmed().isEmpty() && !m_resources->text().trimmed().isEmpty());
}

void RuleHelper::clear()
{
    m_resources->clear();
    m_names->clear();
}

} // namespace rbac
