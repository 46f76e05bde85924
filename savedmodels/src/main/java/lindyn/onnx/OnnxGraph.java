package lindyn.onnx;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lindyn.FloatMatrix;
import lindyn.model.Signature;

/** A graph of ONNX operators under construction; tensors are known by their names. */
final class OnnxGraph {

  private final GraphProto.Builder graph;

  /** Begins the names of all tensors, which differ from those of any other graph of the model. */
  private final String prefix;

  private OnnxGraph(String name, String prefix) {
    graph = GraphProto.newBuilder().setName(name);
    this.prefix = prefix;
  }

  /** Begins the graph of a model. */
  static OnnxGraph ofModel(String name) {
    return new OnnxGraph(name, "");
  }

  /** Begins a branch of an If operator; it sees all tensors of the graph around it. */
  static OnnxGraph ofBranch(String name) {
    return new OnnxGraph(name, name + "_");
  }

  /** Makes a tensor the result of this branch. */
  void result(String tensor) {
    graph.addOutput(ValueInfoProto.newBuilder().setName(add("Identity", tensor)));
  }

  /** Adds one of two branches with one result; returns that. */
  String choose(String condition, OnnxGraph then, OnnxGraph otherwise) {
    return add(
            "If",
            List.of(attribute("then_branch", then), attribute("else_branch", otherwise)),
            1,
            condition)
        .get(0);
  }

  private static AttributeProto attribute(String name, OnnxGraph branch) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.GRAPH)
        .setG(branch.build())
        .build();
  }

  /** Adds what a caller feeds; returns its name. */
  String input(Signature.Port port, String description) {
    graph.addInput(value(port, description));
    return port.name();
  }

  /** Lets a caller fetch a tensor by the name of a port. */
  void output(Signature.Port port, String description, String tensor) {
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType("Identity")
            .setName(port.name())
            .addInput(tensor)
            .addOutput(port.name()));
    graph.addOutput(value(port, description));
  }

  private static ValueInfoProto value(Signature.Port port, String description) {
    var shape = TensorShapeProto.newBuilder();
    for (int axis = 0; axis < port.axes().size(); axis++) {
      int length = port.shape().get(axis);
      var dimension = shape.addDimBuilder();
      if (length == Signature.ANY) {
        dimension.setDimParam(port.axes().get(axis));
      } else {
        dimension.setDimValue(length);
      }
    }
    return ValueInfoProto.newBuilder()
        .setName(port.name())
        .setDocString(description)
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(TensorProto.DataType.FLOAT_VALUE)
                        .setShape(shape)))
        .build();
  }

  /** Adds an operator with one output; returns that. */
  String add(String operator, String... inputs) {
    return add(operator, List.of(), 1, inputs).get(0);
  }

  /** Adds an operator with one output and an attribute; returns the output. */
  String add(String operator, AttributeProto attribute, String... inputs) {
    return add(operator, List.of(attribute), 1, inputs).get(0);
  }

  /** Adds an operator; returns its outputs. An empty name stands for an input that is left out. */
  List<String> add(
      String operator, List<AttributeProto> attributes, int outputs, String... inputs) {
    String name = prefix + operator + "_" + graph.getNodeCount();
    List<String> names = new ArrayList<>();
    for (int i = 0; i < outputs; i++) {
      names.add(name + "_" + i);
    }
    graph.addNode(
        NodeProto.newBuilder()
            .setOpType(operator)
            .setName(name)
            .addAllAttribute(attributes)
            .addAllInput(Arrays.asList(inputs))
            .addAllOutput(names));
    return names;
  }

  /** Returns an attribute of one integer. */
  static AttributeProto attribute(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  /** Returns an attribute of integers. */
  static AttributeProto attribute(String name, List<Long> values) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INTS)
        .addAllInts(values)
        .build();
  }

  /** Returns an attribute of words. */
  static AttributeProto words(String name, String... values) {
    var attribute =
        AttributeProto.newBuilder().setName(name).setType(AttributeProto.AttributeType.STRINGS);
    for (String value : values) {
      attribute.addStrings(ByteString.copyFromUtf8(value));
    }
    return attribute.build();
  }

  /** Adds a constant matrix; returns its name. */
  String constant(FloatMatrix matrix) {
    return constant(matrix.toArray(), matrix.rows(), matrix.columns());
  }

  /** Adds constant float32 numbers of a shape, none for a single number; returns the name. */
  String constant(float[] numbers, long... shape) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Float.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(numbers);
    return constant(TensorProto.DataType.FLOAT, bytes, shape);
  }

  /** Adds one constant number; returns its name. */
  String constant(float number) {
    return constant(new float[] {number});
  }

  /** Adds a constant vector of int64; returns its name. */
  String integers(long... numbers) {
    return integers(numbers, new long[] {numbers.length});
  }

  /** Adds one constant int64; returns its name. */
  String integer(long number) {
    return integers(new long[] {number}, new long[0]);
  }

  /** Adds constant int64 numbers of a shape; returns their name. */
  String integers(long[] numbers, long[] shape) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Long.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(numbers);
    return constant(TensorProto.DataType.INT64, bytes, shape);
  }

  private String constant(TensorProto.DataType type, ByteBuffer bytes, long... shape) {
    String name = prefix + "constant_" + graph.getInitializerCount();
    var tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(type.getNumber())
            .setRawData(ByteString.copyFrom(bytes));
    for (long length : shape) {
      tensor.addDims(length);
    }
    graph.addInitializer(tensor);
    return name;
  }

  /** Adds the columns or rows {@code from} to {@code to} of an axis; returns their name. */
  String slice(String tensor, long axis, long from, long to) {
    return add("Slice", tensor, integers(from), integers(to), integers(axis));
  }

  /** Adds tensors one after the other along an axis; returns the result. */
  String concat(long axis, List<String> tensors) {
    return add("Concat", attribute("axis", axis), tensors.toArray(String[]::new));
  }

  /** Adds the tensor with batch and time swapped; returns it. */
  String swapFirstAxes(String tensor) {
    return add("Transpose", attribute("perm", List.of(1L, 0L, 2L)), tensor);
  }

  /** Returns the length of an axis, a vector of one int64. */
  String length(String tensor, long axis) {
    return slice(add("Shape", tensor), 0, axis, axis + 1);
  }

  /** Returns the graph so far. */
  GraphProto build() {
    return graph.build();
  }
}
