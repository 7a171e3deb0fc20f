#pragma once

#include "models/base/Executor.h"
#include "widgets/rbac/WhatIfModels.h"
#include "widgets/rbac/WhatIfWords.h"

#include <QWidget>

#include <memory>
#include <optional>

class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace base {
class FileExport;
class PlainLabel;
class PlainTable;
class TextLabel;
}

namespace rbac {

class AfterPane;

/// What drafts come to: whether one may apply them, who gains and loses what, which risks come and go, and how it is done; or whose access would be how.
class EffectPane final : public QWidget
{
    Q_OBJECT

public:
    /// The executor outlives it.
    explicit EffectPane(base::Executor &executor, QWidget *parent = nullptr);

    void setContext(const QString &context) { m_context = context; }
    void showViewer(const std::optional<base::Result<Identity>> &viewer);
    void showResult(std::shared_ptr<const rights::DraftResult> result);
    void showRisks(std::shared_ptr<const RiskChanges> risks);
    /// Newer drafts are being looked at.
    void tellWorking(bool isWorking);

    const RightChangesModel &rights() const { return m_rights; }
    const RiskChangesModel &risks() const { return m_risks; }
    QString verdict() const;
    /// Why one may or may not.
    QString reason() const;
    AfterPane &after() { return *m_after; }
    /// Instead of the lists.
    void showAfter(bool isShown);
    /// Whether what is shown is of the newest result.
    bool isSettled() const;
    /// As it is shown and copied.
    QString output() const;
    void showCommands(bool areShown);
    bool showsCommands() const;

Q_SIGNALS:
    void openRequested(const rbac::ObjectRef &object);
    void noticed(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeVerdict();
    QWidget *makeTable(base::PlainLabel *head, base::PlainTable *table);
    QWidget *makeOutput();
    void tellVerdict();
    void placeReason();
    void tellOutput();
    void save();
    void recolor();

    RightChangesModel m_rights;
    RiskChangesModel m_risks;
    QString m_context;
    std::shared_ptr<const rights::DraftResult> m_result;
    std::shared_ptr<const RiskChanges> m_shownRisks;
    std::optional<base::Result<Identity>> m_viewer;
    base::Meaning m_meaning = base::Meaning::Unknown;
    base::PlainLabel *m_verdict;
    base::PlainLabel *m_working;
    base::TextLabel *m_reason;
    QWidget *m_reasonArea = nullptr;
    base::PlainLabel *m_rightsHead;
    base::PlainLabel *m_risksHead;
    base::PlainTable *m_rightsTable;
    base::PlainTable *m_risksTable;
    QPlainTextEdit *m_output = nullptr;
    QPushButton *m_yamlButton = nullptr;
    QPushButton *m_commandsButton = nullptr;
    QPushButton *m_copyButton = nullptr;
    QPushButton *m_saveButton = nullptr;
    QPushButton *m_listsButton = nullptr;
    QPushButton *m_afterButton = nullptr;
    QStackedWidget *m_views = nullptr;
    AfterPane *m_after;
    base::FileExport *m_file;
};

} // namespace rbac
