#include "widgets/catalog/ExecTrustDialog.h"

#include "widgets/base/PlainText.h"
#include "widgets/base/Theme.h"
#include "widgets/catalog/EntryFacts.h"

#include <QDialogButtonBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace catalog {

using base::PlainLabel;
using base::Theme;

namespace {

constexpr int MostLinesShown = 12;

PlainLabel *paragraph(const QString &text)
{
    auto *label = new PlainLabel;
    label->show(text);
    label->setWordWrap(true);
    return label;
}

} // namespace

ExecTrustDialog::ExecTrustDialog(const kube::ConnectionSettings &settings, QWidget *parent) : QDialog(parent)
{
    setWindowTitle(tr("Run this program?"));
    setAccessibleName(windowTitle());
    setMinimumWidth(560);
    const kube::ExecSettings &plugin = *settings.exec;
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(4 * Theme::Step, 4 * Theme::Step, 4 * Theme::Step, 4 * Theme::Step);
    layout->setSpacing(2 * Theme::Step);
    PlainLabel *title = paragraph(tr("“%1” signs in with a program").arg(base::oneLine(settings.contextName)));
    title->setFont(Theme::instance().titleFont());
    layout->addWidget(title);
    const QString file = settings.userFile.empty() ? tr("The kubeconfig that was pasted") : tr("The kubeconfig %1").arg(shortPath(settings.userFile));
    layout->addWidget(paragraph(tr("%1 names a program that was never trusted before. It would run with your rights, each time credentials are needed. It was not run yet.").arg(file)));
    layout->addWidget(paragraph(tr("Program, and below it one argument a line:")));
    layout->addWidget(commandView(plugin));
    if (const QString variables = variablesOf(plugin); !variables.isEmpty())
        layout->addWidget(paragraph(tr("It is given these variables: %1").arg(base::oneLine(variables))));
    if (!plugin.installHint.empty())
        layout->addWidget(paragraph(tr("The kubeconfig says how to install it:\n%1").arg(base::manyLines(plugin.installHint))));
    layout->addWidget(paragraph(tr("If the program, an argument, a variable or the file changes, you are asked again.")));

    auto *buttons = new QDialogButtonBox;
    buttons->setAccessibleName(windowTitle());
    QPushButton *trust = buttons->addButton(tr("Trust and run"), QDialogButtonBox::AcceptRole);
    QPushButton *notNow = buttons->addButton(tr("Not now"), QDialogButtonBox::RejectRole);
    for (QPushButton *button : {trust, notNow}) {
        button->setAccessibleName(button->text());
        button->setAutoDefault(button == notNow);
    }
    notNow->setDefault(true);
    notNow->setFocus();
    layout->addWidget(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        Q_EMIT trusted();
        accept();
    });
}

/// Every argument to its end: what is trusted must be seen, however long it is.
QWidget *ExecTrustDialog::commandView(const kube::ExecSettings &plugin)
{
    auto *view = new QPlainTextEdit;
    view->setPlainText(commandOf(plugin));
    view->setReadOnly(true);
    view->setTabChangesFocus(true);
    view->setFont(Theme::instance().machineFont());
    view->setWordWrapMode(QTextOption::WrapAnywhere);
    view->setAccessibleName(tr("Program and arguments"));
    const int lines = std::min<int>(MostLinesShown, static_cast<int>(plugin.arguments.size()) + 3);
    view->setFixedHeight(lines * QFontMetrics(view->font()).lineSpacing() + 3 * Theme::Step);
    return view;
}

} // namespace catalog
