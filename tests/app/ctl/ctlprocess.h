// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QJsonValue>
#include <QProcess>

namespace islet::test {

//! Runs the real isletctl. Killed by the destructor.
class CtlProcess : public QObject {
    Q_OBJECT

public:
    explicit CtlProcess(const QStringList &arguments);
    ~CtlProcess() override;

    void say(const QString &line) { write(line.toUtf8() + '\n'); }
    void write(const QByteArray &bytes) { m_process.write(bytes); }
    void endInput() { m_process.closeWriteChannel(); }
    //! Sends a POSIX signal, such as SIGTERM.
    void sendSignal(int number);

    bool isOver() const { return m_process.state() == QProcess::NotRunning; }
    //! Waits for the process to end; -1 if it does not end or crashes.
    int status();

    const QList<QByteArray> &lines() const { return m_lines; }
    const QByteArray &errors() const { return m_errors; }
    //! Returns standard output and standard error together.
    QByteArray allOutput() const { return m_lines.join('\n') + m_buffer + m_errors; }

    // These need --json.
    QList<QJsonObject> events(QStringView name) const;
    //! True if there is such an event with this value in this field.
    bool has(QStringView name, QStringView key, const QJsonValue &value) const;
    //! Returns what is wrong; empty if every line is a JSON object with `event` and a `t` that never decreases.
    QString flaw() const;

private:
    void readLines();

    QProcess m_process;
    QByteArray m_buffer;
    QByteArray m_errors;
    QList<QByteArray> m_lines;
};

//! Runs `isletctl serve` on a free port.
class Host {
public:
    explicit Host(const QStringList &more = {})
        : process(QStringList{QStringLiteral("serve"), QStringLiteral("--port"), QStringLiteral("0")} + more)
    { }
    //! Waits for the first line; empty if it does not come.
    QString where();
    quint16 port();

    CtlProcess process;
};

} // namespace islet::test
