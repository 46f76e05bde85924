package lindyn.savedmodel;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lindyn.lstm.TrainedLstm;
import lindyn.model.Signature;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/** How the signatures of a network are written in a SavedModel. */
final class Signatures {

  private final List<Signature> signatures;

  Signatures(TrainedLstm model) {
    signatures = Signature.of(model);
  }

  /** Returns all of them by their names. */
  Map<String, SignatureDef> all() {
    Map<String, SignatureDef> all = new LinkedHashMap<>();
    signatures.forEach(signature -> all.put(signature.name(), definition(signature)));
    return all;
  }

  /** Returns the one that an older Lindyn wrote. */
  Map<String, SignatureDef> older() {
    return Map.of(Signature.SEQUENCE, definition(signatures.get(0)));
  }

  /** Returns the name of the operation that takes or gives a tensor of a signature. */
  static String operation(String signature, String port) {
    boolean isOfMotion = signature.equals(Signature.SEQUENCE) || port.equals(Signature.MOTION);
    return isOfMotion ? port : signature + "/" + port;
  }

  private static SignatureDef definition(Signature signature) {
    var definition = SignatureDef.newBuilder().setMethodName("tensorflow/serving/predict");
    signature
        .inputs()
        .forEach(port -> definition.putInputs(port.name(), info(signature.name(), port)));
    signature
        .outputs()
        .forEach(port -> definition.putOutputs(port.name(), info(signature.name(), port)));
    return definition.build();
  }

  /** Describes the first output of an operation. */
  private static TensorInfo info(String signature, Signature.Port port) {
    var shape = TensorShapeProto.newBuilder();
    port.shape().forEach(length -> shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(length)));
    return TensorInfo.newBuilder()
        .setName(operation(signature, port.name()) + ":0")
        .setDtype(DataType.DT_FLOAT)
        .setTensorShape(shape)
        .build();
  }
}
