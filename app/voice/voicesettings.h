// SPDX-FileCopyrightText: The Islet authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/platform/storesetting.h"
#include "audio/activation.h"
#include "audio/processing.h"
#include "audio/spatialgain.h"

#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace islet {

//! The settings for talking and hearing. They apply at once and are kept.
class VoiceSettings : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(bool echoCancellation READ echoCancellation WRITE setEchoCancellation NOTIFY changed)
    Q_PROPERTY(bool noiseSuppression READ noiseSuppression WRITE setNoiseSuppression NOTIFY changed)
    Q_PROPERTY(bool gainControl READ gainControl WRITE setGainControl NOTIFY changed)
    //! Voice activation: speaking opens the microphone. The key works too.
    Q_PROPERTY(bool byVoice READ byVoice WRITE setByVoice NOTIFY changed)
    //! How far speech must stand out from the background noise, 3 to 30 dB.
    Q_PROPERTY(double margin READ margin WRITE setMargin NOTIFY changed)
    Q_PROPERTY(Curve curve READ curve WRITE setCurve NOTIFY changed)
    //! The distance in metres up to which peers are heard; 0 if distance does not matter.
    Q_PROPERTY(double earshot READ earshot NOTIFY changed)
    //! The keys to hold to talk, as a person reads them, such as "T or Space".
    Q_PROPERTY(QString keyNames READ keyNames NOTIFY changed)
    //! Whether the user has checked microphone and speakers once.
    Q_PROPERTY(bool isChecked READ isChecked WRITE setChecked NOTIFY changed)

public:
    enum Curve { Inverse, Nearby, None };
    Q_ENUM(Curve)

    //! `settings` must outlive this object. Invalid values in them are replaced by the defaults.
    explicit VoiceSettings(QSettings &settings, QObject *parent = nullptr);

    const Processing &processing() const { return m_processing; }
    const Activation &activation() const { return m_activation; }
    DistanceCurve distanceCurve() const { return static_cast<DistanceCurve>(m_curve); }
    const QByteArray &microphone() const { return m_microphone; }
    void setMicrophone(const QByteArray &id) { storeSetting(this, m_settings, "voice/microphone", m_microphone, id); }
    const QByteArray &loudspeaker() const { return m_loudspeaker; }
    void setLoudspeaker(const QByteArray &id)
    {
        storeSetting(this, m_settings, "voice/loudspeaker", m_loudspeaker, id);
    }
    //! Qt::Key
    const QList<int> &keys() const { return m_keys; }

    bool echoCancellation() const { return m_processing.echoCancellation; }
    void setEchoCancellation(bool on)
    {
        storeSetting(this, m_settings, "voice/echoCancellation", m_processing.echoCancellation, on);
    }
    bool noiseSuppression() const { return m_processing.noiseSuppression; }
    void setNoiseSuppression(bool on)
    {
        storeSetting(this, m_settings, "voice/noiseSuppression", m_processing.noiseSuppression, on);
    }
    bool gainControl() const { return m_processing.gainControl; }
    void setGainControl(bool on) { storeSetting(this, m_settings, "voice/gainControl", m_processing.gainControl, on); }
    bool byVoice() const { return m_activation.kind == Activation::Kind::Voice; }
    void setByVoice(bool on);
    double margin() const { return m_activation.margin; }
    void setMargin(double margin);
    Curve curve() const { return m_curve; }
    void setCurve(Curve curve) { storeSetting(this, m_settings, "voice/curve", m_curve, curve); }
    double earshot() const { return static_cast<double>(earshotOf(distanceCurve())); }
    QString keyNames() const;
    bool isChecked() const { return m_isChecked; }
    void setChecked(bool checked) { storeSetting(this, m_settings, "voice/checked", m_isChecked, checked); }

    //! Announces all texts again: the language has changed.
    void retranslate() { emit changed(); }

    //! Makes `key` the only key. False if it cannot be held to talk (modifiers, and keys that walk or write).
    Q_INVOKABLE bool setKey(int key);
    //! T and Space.
    Q_INVOKABLE void resetKeys();

signals:
    void changed();

private:
    void setKeys(const QList<int> &keys);

    QSettings &m_settings;
    Processing m_processing;
    Activation m_activation;
    Curve m_curve = Inverse;
    QByteArray m_microphone; // empty: the system's default
    QByteArray m_loudspeaker;
    QList<int> m_keys;
    bool m_isChecked = false;
};

} // namespace islet
