#pragma once

#include "widgets/rbac/DraftsModel.h"

#include <QWidget>

#include <memory>

class QPushButton;

namespace base {
class PlainTable;
}

namespace rbac {

class DraftEditor;
class DraftView;
class ObjectChooser;
class RuleHelper;

/// What somebody drafts, as a list, and a place to type it: new objects, copies of those that are there, objects that are to go. Knows no cluster.
class DraftPane final : public QWidget
{
    Q_OBJECT

public:
    explicit DraftPane(QWidget *parent = nullptr);

    /// What there is to copy, and whether copies have become old.
    void showBasis(std::shared_ptr<const Basis> basis);
    void showResult(const rights::DraftResult &result);

    /// Drafts a new object of that kind; a copy of one that is there; the end of one.
    void addNew(const std::string &kind);
    void edit(const ObjectRef &object);
    void remove(const ObjectRef &object);
    /// Each document of the text is a draft.
    void addText(const std::string &yaml);
    /// An object that was asked for: as the server has it, or why it could not be read.
    void takeRead(const ObjectRef &object, const base::Result<text::Value> &read);
    /// Where objects are drafted that name no namespace of their own.
    void setNamespace(std::string name) { m_namespace = std::move(name); }

    std::vector<Draft> drafts() const { return m_model.drafts(); }
    /// As they are kept: with nothing in it that is no object of access, and bounded.
    static constexpr std::size_t MostKept = 64 * 1024;
    text::Value state() const;
    void restore(const text::Value &state);

    const DraftsModel &model() const { return m_model; }
    DraftEditor &editor();
    ObjectChooser &chooser() { return *m_chooser; }
    RuleHelper &ruleHelper();
    int current() const { return m_current; }
    void setCurrent(int row);

Q_SIGNALS:
    void draftsChanged();
    /// Read this object anew.
    void readWished(const rbac::ObjectRef &object);
    void openRequested(const rbac::ObjectRef &object);
    void noticed(const QString &text);

private:
    QWidget *makeButtons();
    void addMenu(QPushButton *button);
    int add(DraftItem item);
    void append(DraftItem item);
    void paste();
    void read(int row);
    void readMissing();
    void typed();
    void revert();
    void discard();
    void takeNew();
    void keepMine();
    void showCurrent();
    void tellCurrent();
    void addRules(const QString &verbs, const QString &resources, const QString &names);

    DraftsModel m_model;
    std::shared_ptr<const Basis> m_basis;
    std::string m_namespace = "default";
    int m_current = -1;
    base::PlainTable *m_table;
    ObjectChooser *m_chooser;
    DraftView *m_view;
    QPushButton *m_addButton = nullptr;
    QPushButton *m_editButton = nullptr;
    QPushButton *m_removeButton = nullptr;
    QPushButton *m_revertButton = nullptr;
    QPushButton *m_discardButton = nullptr;
};

} // namespace rbac
